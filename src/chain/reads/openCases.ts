import type { WholeConnection } from './wholeConnections.ts';

/** What waits for an operator, of all connections. */
export interface OpenCases {
  /** With an open dispute. */
  disputes: WholeConnection[];
  /** Whose holder proposes another agreement. */
  agreements: WholeConnection[];
  /** Whose holder proposes instalments. */
  plans: WholeConnection[];
  /** With overdue principal, the largest first. */
  overdue: WholeConnection[];
  /** Whose notice of disconnection has run out. */
  disconnections: WholeConnection[];
}

export function openCases(connections: readonly WholeConnection[]): OpenCases {
  const live = connections.filter(({ isClosed }) => !isClosed);
  return {
    // A closed connection's bill may still be disputed, and its arrears be paid in instalments.
    disputes: connections.filter(({ disputedBill }) => disputedBill > 0),
    agreements: live.filter(
      ({ proposedAgreement, agreementByBoard }) => proposedAgreement !== null && !agreementByBoard,
    ),
    plans: connections.filter(
      ({ proposedParts, planByBoard, charged, credited }) => proposedParts > 0 && !planByBoard && charged > credited,
    ),
    overdue: live.filter(({ overdue }) => overdue > 0n).sort((a, b) => (a.overdue < b.overdue ? 1 : -1)),
    disconnections: live.filter(({ mayDisconnect }) => mayDisconnect),
  };
}
