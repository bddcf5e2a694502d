// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @title What happens to a connection between its registration and its closing
/// @notice Agreements, meters, estimates, late surcharge, instalment plans, disputes, notices of disconnection, closing. Part of ElectricityBilling.
/// @dev Units and event chains as in IElectricityBilling. *Own register*: what a meter shows, in Wh. *Register* or *logical register*: the connection's energy since its
/// registration, in Wh, which no exchange or rollover resets; it is the own register plus `registerOffset`. All that is given as a reading is on the own register, all that is kept and
/// emitted as `register` is logical.
interface IConnectionLife {
    /// @notice How a dispute ended.
    enum DisputeOutcome {
        Upheld,
        Rejected,
        Withdrawn
    }

    /// @notice What of a connection is not in IElectricityBilling.Connection. Amounts in millionths of the currency.
    /// @param isClosed The connection is closed: it is not read or billed any more, and can still be paid and refunded.
    /// @param proposedAgreement The agreement that one side proposes, or 65,535 when none does.
    /// @param agreementByBoard Whether that is the board.
    /// @param nextAgreement The accepted one that follows after the next bill, or 65,535.
    /// @param registerOffset Logical register less own register, in Wh.
    /// @param meterKey The key that the meter signs with, or zero.
    /// @param isEstimated Whether the latest register is an estimate.
    /// @param estimatedBills Bills issued on estimates since the last one on a reading: at most 2.
    /// @param estimatedCharge What they charged.
    /// @param spanRegister Register at the beginning of the first of them, in Wh.
    /// @param spanDay First day of the first of them.
    /// @param overdue The overdue principal: what is open on bills whose due day is past, without surcharge.
    /// @param surcharge The surcharge in the arrears, at the most.
    /// @param proposedParts Instalments that one side proposes, or 0.
    /// @param proposedInterval Days between them.
    /// @param planByBoard Whether that is the board's proposal.
    /// @param planParts Instalments of the agreed plan, or 0.
    /// @param planInterval Days between them.
    /// @param planDay The day the plan was agreed; the first instalment is due `planInterval` days later.
    /// @param planTotal What is paid in instalments.
    /// @param planCredited The connection's `credited` when it was agreed.
    /// @param planKept Whether it is kept and not yet paid in full.
    /// @param disputedBill The bill in dispute, or 0.
    /// @param lastDisputedBill The last bill that ever was in dispute, or 0.
    /// @param beforeDisputed Whether the bill before that was in dispute too.
    /// @param noticeDay First day on which the board may disconnect by the notice that stands, or 0 when none does.
    /// @param mayDisconnect Whether that day has come.
    struct Standing {
        bool isClosed;
        uint16 proposedAgreement;
        bool agreementByBoard;
        uint16 nextAgreement;
        int64 registerOffset;
        address meterKey;
        bool isEstimated;
        uint8 estimatedBills;
        uint64 estimatedCharge;
        uint48 spanRegister;
        uint16 spanDay;
        uint64 overdue;
        uint64 surcharge;
        uint8 proposedParts;
        uint16 proposedInterval;
        bool planByBoard;
        uint8 planParts;
        uint16 planInterval;
        uint16 planDay;
        uint64 planTotal;
        uint64 planCredited;
        bool planKept;
        uint16 disputedBill;
        uint16 lastDisputedBill;
        bool beforeDisputed;
        uint16 noticeDay;
        bool mayDisconnect;
    }

    // ------------------------------------------------------------------ events

    /// @notice One side proposed another agreement; a later proposal takes its place.
    event AgreementProposed(uint64 indexed connection, uint16 agreement, bool byBoard);

    /// @notice The other side accepted it.
    /// @param afterBill The agreement is in force from the end of this bill on.
    /// @param previousBlock Block of the connection's previous money event.
    event AgreementAccepted(uint64 indexed connection, uint16 agreement, uint16 afterBill, uint32 previousBlock);

    /// @notice The meter got a key to sign its readings with; zero takes it away.
    event MeterKeySet(uint64 indexed connection, address indexed key);

    /// @notice Another meter measures the connection from now on. The old one's last register stands in a ReadingRecorded event of its own.
    /// @param register The logical register, which goes on.
    /// @param finalRegister The old meter's own register.
    /// @param newRegister The new meter's own register.
    /// @param key The new meter's key, or zero.
    /// @param previousBlock Block of the connection's previous reading event.
    event MeterExchanged(
        uint64 indexed connection,
        address indexed key,
        uint48 register,
        uint48 finalRegister,
        uint48 newRegister,
        uint32 readAt,
        uint32 previousBlock
    );

    /// @notice The meter began again at zero. The reading stands in a ReadingRecorded event of its own.
    /// @param modulus What the meter counts to, in Wh: 10^8 for five digits of kWh.
    event MeterRolledOver(uint64 indexed connection, uint48 ownRegister, uint48 modulus, uint32 previousBlock);

    /// @notice The latest reading was wrong. Both stay on record.
    /// @param register What the logical register is taken to be from now on.
    /// @param wrong What it was taken to be.
    /// @param ownRegister What the meter showed.
    /// @param readAt When: the time of the wrong reading.
    /// @param overbilledWh Energy that a bill has charged and that was not used: a credit note is for the board to give.
    event ReadingCorrected(
        uint64 indexed connection,
        uint48 register,
        uint48 wrong,
        uint48 ownRegister,
        uint32 readAt,
        uint64 overbilledWh,
        uint32 previousBlock,
        string reason
    );

    /// @notice A bill came on top of overdue principal. Stands before its BillIssued.
    /// @param bill Number of that bill.
    /// @param principal What was overdue, without earlier surcharge.
    /// @param months Months begun since it was due, none counted twice: ceil((days − 1) / 30).
    /// @param amount principal × the tariff's percentage × months, rounded as the tariff says.
    /// @param chargedAfter The connection's `charged` with it.
    event SurchargeCharged(
        uint64 indexed connection,
        uint16 indexed bill,
        uint64 principal,
        uint16 months,
        uint64 amount,
        uint64 chargedAfter,
        uint32 previousBlock
    );

    /// @notice How the total of the bill came about whose BillIssued follows: several agreed periods, or the true-up of estimates.
    /// @dev Period k of n of the bill's days begins at fromDay + floor(days · k / n), and its register at opening + floor(energy · (that day − fromDay) / days). The amount is
    /// total − estimated, or 0 when that is negative.
    /// @param bill Number of that bill.
    /// @param periods Periods that were billed one by one, n.
    /// @param total The sum of their totals.
    /// @param estimated What bills on estimates had charged for the same days.
    /// @param credit What of that was too much, and is credited like a credit note.
    /// @param creditedAfter The connection's `credited` with it.
    event SpanBilled(
        uint64 indexed connection,
        uint16 indexed bill,
        uint16 periods,
        uint64 total,
        uint64 estimated,
        uint64 credit,
        uint64 creditedAfter,
        uint32 previousBlock
    );

    /// @notice One side proposed to pay the arrears in instalments; a later proposal takes its place.
    event PlanProposed(uint64 indexed connection, uint8 parts, uint16 interval, bool byBoard);

    /// @notice The other side accepted it. On day `startDay + interval · k` the connection's `credited` has to have reached `creditedBefore + total · k / parts`.
    event PlanAgreed(
        uint64 indexed connection,
        uint64 total,
        uint8 parts,
        uint16 interval,
        uint16 startDay,
        uint64 creditedBefore,
        uint32 previousBlock
    );

    /// @notice The holder disputes a bill.
    /// @param amount What of it is contested.
    /// @param reason Hash of the reason, which goes to the board another way.
    event DisputeOpened(
        uint64 indexed connection, uint16 indexed bill, uint64 amount, bytes32 reason, uint32 previousBlock
    );

    /// @notice A dispute ended. When upheld, its CreditNoteIssued stands before it.
    /// @param reason The board's words; empty when the holder withdrew it.
    event DisputeEnded(
        uint64 indexed connection, uint16 indexed bill, DisputeOutcome outcome, uint32 previousBlock, string reason
    );

    /// @notice The board gave notice that it will disconnect. Void once `overdue` is paid, a dispute is opened or a plan agreed; stopped while a plan is kept, and by a change to prepaid.
    /// @param firstDay First day on which it may: 15 clear days lie between.
    event NoticeGiven(uint64 indexed connection, uint64 overdue, uint16 firstDay, uint32 previousBlock);

    /// @notice The connection was closed, after its last bill.
    event ConnectionClosed(uint64 indexed connection, address indexed holder, uint48 register, uint32 previousBlock);

    // ------------------------------------------------------------------ errors

    /// @notice The connection is closed.
    error ClosedConnection(uint64 connection);
    /// @notice The connection is not offered to anyone.
    error NoHandover(uint64 connection);
    /// @notice Neither the holder nor the board, or the side that made the proposal itself.
    error NotTheOtherSide(uint64 connection, address caller);
    /// @notice That is the agreement in force, or the one that follows.
    error SameAgreement(uint64 connection, uint16 agreement);
    /// @notice What is accepted is not what is proposed.
    error NotProposed(uint64 connection);

    /// @notice Not signed by the meter's key for this chain, contract, connection, register and time, or signed in a form that could be copied as another.
    /// @param key The meter's key; zero when it has none.
    error BadSignature(uint64 connection, address key);
    /// @notice The register does not fall, so it has not begun again at zero; or the meter could not have shown the latest one.
    /// @param last The latest own register, in Wh.
    /// @param modulus The one given.
    error NoRollover(uint64 connection, uint48 ownRegister, uint48 last, uint48 modulus);
    /// @notice A correction has to be below the latest reading: a higher one is simply read again.
    error NotLower(uint64 connection, uint48 register, uint48 last);
    /// @notice The latest register is an estimate: a reading comes first.
    error LatestIsEstimated(uint64 connection);
    /// @notice Two bills in a row were issued on estimates: the meter has to be read.
    error TooManyEstimates(uint64 connection);

    /// @notice From 2 to 60 parts, 1 to 366 days apart.
    error BadPlan(uint8 parts, uint16 interval);
    /// @notice Nothing is owed.
    error NoArrears(uint64 connection);
    /// @notice The window is over: the latest bill can be disputed until 60 days after its due day, the one before it until the latest is due, each once.
    error NotDisputable(uint64 connection, uint16 bill);
    /// @notice A dispute is open.
    error DisputeIsOpen(uint64 connection, uint16 bill);
    /// @notice No dispute is open.
    error NoDispute(uint64 connection);
    /// @notice Nothing is overdue but surcharge.
    error NothingOverdue(uint64 connection);
    /// @notice An instalment plan is kept.
    error PlanIsKept(uint64 connection);
    /// @notice A notice stands already.
    error NoticeStands(uint64 connection, uint16 firstDay);

    // ------------------------------------------------------------------ agreement

    /// @notice Proposes how often the connection is to be billed.
    /// @dev The holder or OPERATOR_ROLE. Emits AgreementProposed. Reverts UnknownConnection, ClosedConnection, NotTheOtherSide, BadAgreement, SameAgreement.
    /// @param agreement As in IElectricityBilling.Registration.
    function proposeAgreement(uint64 connection, uint16 agreement) external;

    /// @notice Accepts what the other side proposed. The running period ends as agreed before; the next follows the new agreement.
    /// @dev The holder for a proposal of the board's, OPERATOR_ROLE for one of the holder's. Emits AgreementAccepted. Reverts UnknownConnection, ClosedConnection, NotTheOtherSide,
    /// NotProposed.
    /// @param agreement What is accepted, so that no other proposal can slip under it.
    function acceptAgreement(uint64 connection, uint16 agreement) external;

    // ------------------------------------------------------------------ meter

    /// @notice Gives the meter a key to sign with, or takes it away with the zero address.
    /// @dev Only OPERATOR_ROLE. Emits MeterKeySet. Reverts UnknownConnection, ClosedConnection.
    function setMeterKey(uint64 connection, address key) external;

    /// @notice Records a reading that the meter signed (EIP-712: `Reading(uint64 connection,uint48 ownRegister,uint32 readAt)`, domain name "Bijuli", version "1"). Anyone may bring it.
    /// @dev Not while paused. The register only rises and the time only goes on, so a signature serves once. Emits ReadingRecorded. Reverts BadSignature, and as recordReading.
    /// @param signature 65 bytes: r, s in the lower half, v.
    function recordSignedReading(uint64 connection, uint48 ownRegister, uint32 readAt, bytes calldata signature)
        external;

    /// @notice Puts another meter in: the old one's last register is read (confirmed where it is implausible), and the new one goes on from there.
    /// @dev Only OPERATOR_ROLE, not while paused. The old register may be the latest reading itself. Emits ReadingRecorded unless it is, then MeterExchanged. Reverts as confirmReading.
    function exchangeMeter(uint64 connection, uint48 finalRegister, uint48 newRegister, uint32 readAt, address key)
        external;

    /// @notice Records the first reading after the meter began again at zero.
    /// @dev Only OPERATOR_ROLE, not while paused. Emits MeterRolledOver and ReadingRecorded. Reverts NoRollover, and as recordReading.
    /// @param modulus What the meter counts to, in Wh: 10^8 for five digits of kWh.
    function recordRollover(uint64 connection, uint48 ownRegister, uint32 readAt, uint48 modulus) external;

    /// @notice Corrects the latest reading downwards. Energy that a bill has charged is not charged again: then the register stays where it is billed up to, and the offset changes.
    /// @dev Only OPERATOR_ROLE, not while paused. Emits ReadingCorrected. Reverts UnknownConnection, ClosedConnection, NotLower, LatestIsEstimated, BadReason.
    /// @param ownRegister What the meter did show.
    /// @param reason Why, 1 to 280 bytes of UTF-8.
    function correctReading(uint64 connection, uint48 ownRegister, string calldata reason) external;

    /// @notice Puts in an estimate where the meter could not be read. The board takes the mean of the last three periods on readings, as everyone can check in the connection's history.
    /// @dev Only OPERATOR_ROLE, not while paused. Emits ReadingRecorded with kind Estimated. Reverts TooManyEstimates, and as recordReading.
    function estimateReading(uint64 connection, uint48 ownRegister, uint32 readAt) external;

    // ------------------------------------------------------------------ arrears

    /// @notice Proposes to pay all arrears in instalments.
    /// @dev The holder or OPERATOR_ROLE. Emits PlanProposed. Reverts UnknownConnection, NotTheOtherSide, BadPlan, NoArrears.
    /// @param parts From 2 to 60.
    /// @param interval Days between them, from 1 to 366.
    function proposePlan(uint64 connection, uint8 parts, uint16 interval) external;

    /// @notice Accepts the other side's plan for the arrears of this moment. No surcharge and no notice while it is kept.
    /// @dev As acceptAgreement. Emits PlanAgreed. Reverts UnknownConnection, NotTheOtherSide, NotProposed, NoArrears.
    function acceptPlan(uint64 connection, uint8 parts, uint16 interval) external;

    /// @notice Disputes a bill. No surcharge and no notice until it ends.
    /// @dev The holder. Emits DisputeOpened. Reverts UnknownConnection, NotHolder, ZeroAmount, UnknownBill, DisputeIsOpen, NotDisputable.
    /// @param amount What of the bill is contested.
    /// @param reason keccak256 of the reason's text.
    function openDispute(uint64 connection, uint16 bill, uint64 amount, bytes32 reason) external;

    /// @notice Ends a dispute in the holder's favour, with a credit note.
    /// @dev Only OPERATOR_ROLE. Emits CreditNoteIssued, DisputeEnded. Reverts NoDispute, and as issueCreditNote.
    function upholdDispute(uint64 connection, uint64 credit, string calldata reason) external;

    /// @notice Ends a dispute against the holder.
    /// @dev Only OPERATOR_ROLE. Emits DisputeEnded. Reverts NoDispute, BadReason.
    function rejectDispute(uint64 connection, string calldata reason) external;

    /// @notice Takes a dispute back.
    /// @dev The holder. Emits DisputeEnded. Reverts UnknownConnection, NotHolder, NoDispute.
    function withdrawDispute(uint64 connection) external;

    /// @notice Gives notice of disconnection, 15 clear days ahead.
    /// @dev Only OPERATOR_ROLE. Emits NoticeGiven. Reverts UnknownConnection, ClosedConnection, NothingOverdue, DisputeIsOpen, PlanIsKept, NoticeStands.
    function giveNotice(uint64 connection) external;

    // ------------------------------------------------------------------ end

    /// @notice Bills a connection that is offered for a handover up to its latest reading, whatever the agreed period, so that the next holder begins with what is not billed yet.
    /// @dev Only OPERATOR_ROLE, not while paused: a holder who could end periods at will would use the cheapest band of each. Emits BillIssued. Reverts UnknownConnection, ClosedConnection, NoHandover,
    /// LatestIsEstimated, NothingToBill, NoBill, AmountTooLarge, AboveBoardBalance.
    /// @return amount The bill's total.
    function issueFinalBill(uint64 connection) external returns (uint64 amount);

    /// @notice Closes a connection: bills what was read and not billed, whatever the agreed period, and pays an advance back to the holder (who can take it later where the wallet refuses it).
    /// @dev Only OPERATOR_ROLE, not while paused. Emits BillIssued where there was anything to bill, ConnectionClosed, AdvanceRefunded. Reverts UnknownConnection, ClosedConnection,
    /// LatestIsEstimated, NoBill.
    function closeConnection(uint64 connection) external;

    // ------------------------------------------------------------------ views

    /// @notice What of a connection is not in IElectricityBilling.Connection, as of now.
    function standing(uint64 connection) external view returns (Standing memory);

    /// @notice The same for a list.
    function standings(uint64[] calldata connections) external view returns (Standing[] memory);
}
