// Addresses of the desk. Everything that can be looked at has one, so that it can be sent to somebody.

/** What an address asks for. */
export interface Place {
  /** The room, such as `reports`; `cases` for the list, `lost` for what is no address of the desk. */
  room: string;
  /** The case, where the room is of one. */
  case?: string;
  /** The thing in the room: a document, an actor, a disclosure. */
  thing?: string;
}

/** The rooms of a case, in the order in which work goes. */
export const rooms = ['case', 'reports', 'claims', 'roots', 'actors', 'timeline', 'transfers', 'weigh', 'disclose', 'log'] as const;
/** The rooms of the house. */
export const houseRooms = ['register', 'verify', 'admin', 'login', 'setup'] as const;

/** What a path asks for. */
export function read(path: string): Place {
  const parts = path.split('/').filter(Boolean).map(decode);
  const [first, second, third, fourth, ...more] = parts;
  if (first === undefined) return { room: 'cases' };
  if ((houseRooms as readonly string[]).includes(first) && parts.length <= 2) return second === undefined ? { room: first } : { room: first, thing: second };
  if (first !== 'case' || second === undefined || more.length > 0) return { room: 'lost' };
  if (third === undefined) return { room: 'case', case: second };
  if (third === 'case' || !(rooms as readonly string[]).includes(third)) return { room: 'lost' };
  return fourth === undefined ? { room: third, case: second } : { room: third, case: second, thing: fourth };
}

/** The path of a place. */
export function pathOf(place: Place): string {
  if (place.room === 'cases' || place.room === 'lost') return '/';
  const parts = place.case === undefined ? [place.room] : ['case', place.case, ...(place.room === 'case' ? [] : [place.room])];
  if (place.thing !== undefined) parts.push(place.thing);
  return `/${parts.map(encodeURIComponent).join('/')}`;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
