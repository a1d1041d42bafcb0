// How the desk stands with the server: signed in or not, heard from or not, and by how much the two clocks differ.

class Standing {
  /** The token that every write sends back. */
  csrf = '';
  /** Whether the last request found nobody. */
  lost = $state(false);
  /** Whether the server says that the session has ended. What is typed stays where it is until somebody signs in again. */
  ended = $state(false);
  /** By how many milliseconds the server's clock is ahead of this one. */
  skew = $state(0);

  /** Takes the server's own time from an answer. A header counts whole seconds, so less than a minute tells nothing. */
  heard(date: string | null): void {
    if (!date) return;
    const theirs = Date.parse(date);
    if (Number.isNaN(theirs)) return;
    const off = theirs - Date.now();
    this.skew = Math.abs(off) < 60_000 ? 0 : off;
  }

  /** Now, by the server's clock: what countdowns and "since" are counted by. */
  now(): Date {
    return new Date(Date.now() + this.skew);
  }
}

export const standing = new Standing();
