const days = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Season and hour of the day, C: warmest in July and in the afternoon. */
const swing = (yearShare: number, hour: number): number =>
  12 - 10 * Math.cos(yearShare * 2 * Math.PI) + 4 * Math.sin(((hour - 9) / 24) * 2 * Math.PI);

/**
 * A whole weather file of a made-up northern place, dew point 4 K below dry bulb; `drop`
 * leaves hours out.
 */
export function epwOf(drop: (row: number) => boolean = () => false): string {
  const head = [
    'LOCATION,Testham,-,GBR,synthetic,00000,49.3,-7,0,50', 'DESIGN CONDITIONS,0',
    'TYPICAL/EXTREME PERIODS,0', 'GROUND TEMPERATURES,0',
    'HOLIDAYS/DAYLIGHT SAVINGS,No,0,0,0', 'COMMENTS 1,made for a test', 'COMMENTS 2,-',
    'DATA PERIODS,1,1,Data,Sunday, 1/ 1,12/31',
  ];
  const rest = Array.from({ length: 25 }, () => '0').join(',');
  const rows = days.flatMap((count, m) => Array.from({ length: count * 24 }, (_, i) => {
    const [day, hour] = [Math.floor(i / 24) + 1, (i % 24) + 1];
    const t = swing((m + day / 30) / 12, hour);
    return `2005,${m + 1},${day},${hour},60,A7A7,${t.toFixed(1)},${(t - 4).toFixed(1)},75,100700,${rest}`;
  }));
  return [...head, ...rows.filter((_, i) => !drop(i))].join('\r\n');
}
