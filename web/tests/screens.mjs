// The screens with their addresses, and what must stand on each before it is looked at.
export async function screens(desk) {
  const at = `/case/${desk.caseId}`;
  const documents = await desk.get(`/cases/${desk.caseId}/documents?limit=60`);
  const report = documents.items.find((one) => /weighs arming/.test(one.title ?? '')) ?? documents.items[0];
  const disclosures = await desk.get(`/cases/${desk.caseId}/disclosures`);
  const disclosure = disclosures.items[0]?.id;
  const list = [
    { name: 'cases', path: '/', waits: 'table tbody tr' },
    { name: 'case', path: at, waits: 'figure svg' },
    { name: 'reports', path: `${at}/reports`, waits: 'tbody tr' },
    { name: 'report', path: `${at}/reports/${report.sha256}`, waits: 'article [data-claim]' },
    { name: 'report-original', path: `${at}/reports/${report.sha256}?beside=original`, waits: 'pre' },
    { name: 'claims', path: `${at}/claims`, waits: 'tbody tr' },
    { name: 'texts', path: `${at}/claims?in=texts&words=drones`, waits: 'ol mark' },
    { name: 'roots', path: `${at}/roots`, waits: '.edges li' },
    { name: 'roots-of-claims', path: `${at}/roots?part=claims`, waits: 'main section li' },
    { name: 'actors', path: `${at}/actors`, waits: 'tbody tr' },
    { name: 'actor', path: `${at}/actors/${encodeURIComponent('Joe Biden')}`, waits: 'figure svg' },
    { name: 'network', path: `${at}/actors?part=network`, waits: 'svg.net' },
    { name: 'timeline', path: `${at}/timeline`, waits: 'ol.days li' },
    { name: 'transfers', path: `${at}/transfers`, waits: 'figure svg path' },
    { name: 'matrix', path: `${at}/weigh`, waits: '.sign' },
    { name: 'ledger', path: `${at}/weigh?part=ledger`, waits: 'figure svg rect' },
    { name: 'what-if', path: `${at}/weigh?part=what-if`, waits: 'figure svg circle' },
    { name: 'why', path: `${at}/weigh?part=why`, waits: 'tbody tr' },
    { name: 'indicators', path: `${at}/weigh?part=indicators`, waits: 'main section h2' },
    { name: 'forecasts', path: `${at}/weigh?part=forecasts`, waits: 'form' },
    { name: 'enter', path: `${at}/weigh?part=enter`, waits: 'main h2' },
    { name: 'disclosures', path: `${at}/disclose`, waits: 'main table, .empty' },
    { name: 'log', path: `${at}/log`, waits: 'tbody tr' },
    { name: 'register', path: '/register', waits: 'tbody tr' },
    { name: 'warnings', path: '/register/warnings', waits: '.warnings li' },
    { name: 'releases', path: '/register/releases', waits: 'tbody tr' },
    { name: 'mandates', path: '/register/mandates', waits: 'tbody tr, .empty' },
    { name: 'shown', path: '/register/shown', waits: 'tbody tr' },
    { name: 'verify', path: '/verify', waits: 'form' },
    { name: 'admin', path: '/admin', waits: 'dl' },
    { name: 'login', path: '/login', waits: 'form' },
    { name: 'setup', path: '/setup', waits: 'form' },
    { name: 'lost', path: '/nowhere', waits: 'h1' },
  ];
  if (disclosure) {
    const to = `${at}/disclose/${disclosure}`;
    list.push(
      { name: 'draft', path: to, waits: '.line' },
      { name: 'other-side', path: `${to}?part=other-side`, waits: '.lines ol li' },
      { name: 'ways', path: `${to}?part=ways`, waits: 'tbody tr' },
      { name: 'versions', path: `${to}?part=versions`, waits: 'tbody tr' },
      { name: 'packet', path: `${to}?part=packet`, waits: '.packet .line' },
    );
  }
  return list;
}
