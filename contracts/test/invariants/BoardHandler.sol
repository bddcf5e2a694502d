// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IConnectionLife} from "../../src/interfaces/IConnectionLife.sol";
import {IElectricityBilling} from "../../src/interfaces/IElectricityBilling.sol";
import {Billing} from "../utils/Contracts.sol";
import {Meters} from "../utils/Meters.sol";
import {OtherTariffs} from "../utils/OtherTariffs.sol";
import {Ghost} from "./Ghost.sol";
import {Handler} from "./Handler.sol";

/// @dev All that the board does. It has every role.
contract BoardHandler is Handler {
    uint256 private constant MOST_CONNECTIONS = 6;
    uint64 private constant FIRST = 81_000_000_001;
    uint256 private constant CATEGORIES = 3;

    address private immutable board;

    constructor(Billing billing_, Ghost ghost_, address[] memory wallets_, address board_)
        Handler(billing_, ghost_, wallets_)
    {
        board = board_;
        register(0, 0, 0, 0);
    }

    function register(uint256 time, uint256 wallet, uint256 category, uint48 start) public later(time) {
        if (ghost.count() == MOST_CONNECTIONS || billing.paused()) return;
        uint64 number = FIRST + uint64(ghost.count());
        vm.prank(board);
        billing.register(
            IElectricityBilling.Registration({
                number: number,
                holder: wallets[wallet % wallets.length],
                category: uint16(category % CATEGORIES + 1),
                loadW: 3000,
                agreement: start % 2 == 0 ? 513 : 7,
                register: uint48(start % 1e9),
                readAt: uint32(block.timestamp)
            })
        );
        ghost.registered(number);
        ghost.look(nothing());
    }

    function recordReading(uint256 time, uint256 seed, uint256 wh) external later(time) {
        (bool ready, IElectricityBilling.Connection memory c, int64 offset) = readable(seed);
        if (!ready) return;
        uint256 limit = (block.timestamp - c.readAt) * 3000 / 3600;
        uint48 register_ = own(bound(wh, c.register, c.register + limit), offset);
        vm.prank(board);
        billing.recordReading(c.number, register_, uint32(block.timestamp));
        ghost.look(reads());
    }

    function confirmReading(uint256 time, uint256 seed, uint256 wh) external later(time) {
        (bool ready, IElectricityBilling.Connection memory c, int64 offset) = readable(seed);
        if (!ready) return;
        uint48 register_ = own(bound(wh, c.register, c.register + 10_000_000), offset);
        vm.prank(board);
        billing.confirmReading(c.number, register_, uint32(block.timestamp));
        ghost.look(reads());
    }

    /// @dev Reads what may be below the estimate.
    function readAfterEstimate(uint256 time, uint256 seed, uint256 wh) external later(time) {
        (bool ready, IElectricityBilling.Connection memory c, int64 offset) = readable(seed);
        if (!ready || !standingOf(c.number).isEstimated) return;
        uint48 register_ = own(bound(wh, c.register > 200_000 ? c.register - 200_000 : 0, c.register), offset);
        vm.prank(board);
        (bool done,) =
            address(billing).call(abi.encodeCall(billing.recordReading, (c.number, register_, uint32(block.timestamp))));
        ghost.look(done ? reads() : nothing());
    }

    function estimateReading(uint256 time, uint256 seed, uint256 wh) external later(time) {
        (bool ready, IElectricityBilling.Connection memory c, int64 offset) = readable(seed);
        if (!ready || standingOf(c.number).estimatedBills == 2) return;
        uint256 limit = (block.timestamp - c.readAt) * 3000 / 3600;
        uint256 most = c.register + limit;
        uint256 least = c.register < c.billedRegister ? c.billedRegister : c.register;
        if (most < least) return;
        uint48 register_ = own(bound(wh, least, most), offset);
        vm.prank(board);
        billing.estimateReading(c.number, register_, uint32(block.timestamp));
        ghost.look(nothing());
    }

    function exchangeMeter(uint256 time, uint256 seed, uint256 wh, uint48 start) external later(time) {
        (bool ready, IElectricityBilling.Connection memory c, int64 offset) = readable(seed);
        if (!ready) return;
        uint48 last = own(bound(wh, c.register, c.register + 100_000), offset);
        start = uint48(bound(start, 0, 1e12));
        vm.prank(board);
        billing.exchangeMeter(c.number, last, start, uint32(block.timestamp), meter(c.number));
        ghost.look(reads());
    }

    function recordRollover(uint256 time, uint256 seed, uint256 wh) external later(time) {
        (bool ready, IElectricityBilling.Connection memory c, int64 offset) = readable(seed);
        if (!ready || standingOf(c.number).isEstimated) return;
        uint256 limit = (block.timestamp - c.readAt) * 3000 / 3600;
        uint48 last = own(c.register, offset);
        if (last == 0 || limit == 0) return;
        // The meter counts to just beyond what it shows, and has gone on a little.
        uint48 modulus = last + 1;
        wh = bound(wh, 1, limit);
        if (wh > last) wh = last;
        vm.prank(board);
        billing.recordRollover(c.number, uint48(wh - 1), uint32(block.timestamp), modulus);
        ghost.look(reads());
    }

    function correctReading(uint256 time, uint256 seed, uint256 wh) external later(time) {
        IElectricityBilling.Connection memory c = connectionAt(seed);
        IConnectionLife.Standing memory s = standingOf(c.number);
        uint48 last = own(c.register, s.registerOffset);
        if (billing.paused() || s.isClosed || s.isEstimated || last == 0) return;
        vm.prank(board);
        billing.correctReading(c.number, uint48(bound(wh, 0, last - 1)), "read wrongly");
        Ghost.Allowed memory allowed;
        allowed.correctionOf = c.number;
        ghost.look(allowed);
    }

    function recordSignedReading(uint256 time, uint256 seed, uint256 wh) external later(time) {
        (bool ready, IElectricityBilling.Connection memory c, int64 offset) = readable(seed);
        if (!ready || standingOf(c.number).meterKey == address(0)) return;
        uint256 limit = (block.timestamp - c.readAt) * 3000 / 3600;
        uint48 register_ = own(bound(wh, c.register, c.register + limit), offset);
        bytes memory signature = Meters.sign(billing, c.number, register_, uint32(block.timestamp));
        vm.prank(wallets[0]);
        billing.recordSignedReading(c.number, register_, uint32(block.timestamp), signature);
        ghost.look(reads());
    }

    function setMeterKey(uint256 time, uint256 seed) external later(time) {
        IElectricityBilling.Connection memory c = connectionAt(seed);
        if (standingOf(c.number).isClosed) return;
        vm.prank(board);
        billing.setMeterKey(c.number, meter(c.number));
        ghost.look(nothing());
    }

    /// @dev Good rows and bad ones.
    function recordReadings(uint256 time, uint256[5] calldata seeds) external later(time) {
        if (billing.paused()) return;
        uint256[] memory rows = rowsOf(seeds);
        vm.prank(board);
        billing.recordReadings(rows);
        ghost.look(reads());
    }

    function recordAndBill(uint256 time, uint256[5] calldata seeds) external later(time) {
        if (billing.paused()) return;
        uint256[] memory rows = rowsOf(seeds);
        vm.prank(board);
        billing.recordAndBill(rows);
        Ghost.Allowed memory allowed = bills();
        allowed.reads = true;
        ghost.look(allowed);
    }

    function issueBill(uint256 time, uint256 seed) external later(time) {
        if (billing.paused()) return;
        uint64 number = pick(seed);
        // What can't be billed is refused, as other tests have it.
        vm.prank(board);
        (bool issued,) = address(billing).call(abi.encodeCall(billing.issueBill, (number)));
        ghost.look(issued ? bills() : nothing());
    }

    function issueBills(uint256 time, uint256[5] calldata seeds) external later(time) {
        if (billing.paused()) return;
        uint256[] memory numbers = new uint256[](seeds.length);
        for (uint256 i; i < seeds.length; ++i) {
            numbers[i] = seeds[i] % 7 == 0 ? seeds[i] : pick(seeds[i]);
        }
        vm.prank(board);
        billing.issueBills(numbers);
        ghost.look(bills());
    }

    function publish(uint256 time, uint256 category, uint256 rate, uint256 kind) external later(time) {
        bytes memory program = kind % 5 == 0
            ? OtherTariffs.upToAHundred()
            : kind % 5 == 1
                ? OtherTariffs.rebate()
                : kind % 5 == 2 ? OtherTariffs.late(15) : OtherTariffs.flat(bound(rate, 0, 20e6), 15);
        category = category % CATEGORIES + 1;
        uint256 count = book.versions(uint16(category)).length;
        uint16 start = book.earliestStartDay();
        if (count == 8 || book.versions(uint16(category))[count - 1].startDay >= start) return;
        vm.prank(board);
        book.publish(uint16(category), start, program);
        ghost.look(nothing());
    }

    function issueCreditNote(uint256 time, uint256 seed, uint64 amount) external later(time) {
        IElectricityBilling.Connection memory c = connectionAt(seed);
        if (billing.paused() || c.bills == 0) return;
        (uint64 credit, uint64 cancelled) = creditable(c, amount);
        if (credit == 0) return;
        vm.prank(board);
        billing.issueCreditNote(c.number, uint16(seed % c.bills) + 1, credit, "read wrongly");
        ghost.wasCredited(c.number, credit, cancelled);
        ghost.look(nothing());
    }

    function answerDispute(uint256 time, uint256 seed, uint64 amount) external later(time) {
        IElectricityBilling.Connection memory c = connectionAt(seed);
        if (billing.paused() || standingOf(c.number).disputedBill == 0) return;
        (uint64 credit, uint64 cancelled) = creditable(c, amount);
        vm.prank(board);
        if (credit == 0 || seed % 2 == 0) {
            billing.rejectDispute(c.number, "read again");
        } else {
            billing.upholdDispute(c.number, credit, "read wrongly");
            ghost.wasCredited(c.number, credit, cancelled);
        }
        ghost.look(nothing());
    }

    function giveNotice(uint256 time, uint256 seed) external later(time) {
        uint64 number = pick(seed);
        // Where nothing is overdue, a dispute is open, a plan kept or a notice given it is refused, as other tests have it.
        vm.prank(board);
        (bool given,) = address(billing).call(abi.encodeCall(billing.giveNotice, (number)));
        if (given) assertGt(standingOf(number).overdue, 0, "N3 notice without a debt");
        ghost.look(nothing());
    }

    /// @dev The board proposes, or accepts what the holder proposed.
    function arrange(uint256 time, uint256 seed, uint256 kind) external later(time) {
        IElectricityBilling.Connection memory c = connectionAt(seed);
        vm.prank(board);
        arrangement(c, kind);
        ghost.look(nothing());
    }

    function issueFinalBill(uint256 time, uint256 seed) external later(time) {
        IElectricityBilling.Connection memory c = connectionAt(seed);
        if (billing.paused() || c.offeredTo == address(0)) return;
        vm.prank(board);
        (bool issued,) = address(billing).call(abi.encodeCall(billing.issueFinalBill, (c.number)));
        ghost.look(issued ? bills() : nothing());
    }

    /// @dev Rarely, and never the last ones.
    function closeConnection(uint256 time, uint256 seed) external later(time) {
        IElectricityBilling.Connection memory c = connectionAt(seed);
        if (ghost.count() < MOST_CONNECTIONS || seed % 64 != 0 || c.number < FIRST + 3) return;
        if (billing.paused() || standingOf(c.number).isClosed) return;
        uint256 before = fundsOf(c.holder);
        vm.prank(board);
        (bool closed,) = address(billing).call(abi.encodeCall(billing.closeConnection, (c.number)));
        if (!closed) return ghost.look(nothing());
        Ghost.Allowed memory allowed = bills();
        allowed.closingOf = allowed.refundOf = c.number;
        allowed.refunded = uint64((fundsOf(c.holder) - before) / billing.unit());
        ghost.wasRefunded(c.number, allowed.refunded);
        ghost.look(allowed);
    }

    function withdraw(uint256 time, uint256 amount) external later(time) {
        uint256 most = billing.totals().boardBalance;
        if (most == 0) return;
        amount = bound(amount, 1, most);
        uint256 before = fundsOf(board);
        vm.prank(board);
        billing.withdraw(amount, board);
        assertEq(fundsOf(board), before + toUnits(amount), "withdrawn");
        ghost.wasWithdrawn(amount);
        ghost.look(nothing());
    }

    function moveLostWallet(uint256 time, uint256 seed, uint256 wallet) external later(time) {
        IElectricityBilling.Connection memory c = connectionAt(seed);
        address to = wallets[wallet % wallets.length];
        if (to == c.holder || advanceOf(c) != 0) return;
        vm.prank(board);
        billing.offerHandover(c.number, to);
        ghost.look(nothing());
    }

    /// @dev Short pauses, so that there is something to be paused.
    function pauseOrNot(uint256 time, uint256 odds) external later(time) {
        bool paused = billing.paused();
        if (!paused && odds % 4 != 0) return;
        vm.prank(board);
        if (paused) billing.unpause();
        else billing.pause();
        ghost.look(nothing());
    }

    /// @dev Of connections that exist mostly, mostly with figures that can be true.
    function rowsOf(uint256[5] calldata seeds) private view returns (uint256[] memory rows) {
        rows = new uint256[](seeds.length);
        for (uint256 i; i < seeds.length; ++i) {
            IElectricityBilling.Connection memory c = connectionAt(seeds[i]);
            uint256 register_ = own(c.register + (seeds[i] >> 16) % 60_000, standingOf(c.number).registerOffset);
            uint256 readAt = block.timestamp - (seeds[i] >> 48) % 1 days;
            uint256 number = (seeds[i] >> 64) % 9 == 0 ? uint64(seeds[i]) : c.number;
            rows[i] = number | register_ << 64 | readAt << 112;
        }
    }

    /// @dev Whether a connection can be read now, and its meter's offset.
    function readable(uint256 seed)
        private
        view
        returns (bool ready, IElectricityBilling.Connection memory c, int64 offset)
    {
        c = connectionAt(seed);
        IConnectionLife.Standing memory s = standingOf(c.number);
        ready = !billing.paused() && c.readAt != block.timestamp && !s.isClosed;
        offset = s.registerOffset;
    }

    /// @dev What the meter shows at a logical register.
    function own(uint256 register_, int64 offset) private pure returns (uint48) {
        return uint48(uint256(int256(register_) - offset));
    }

    function meter(uint64 number) private pure returns (address) {
        return vm.addr(Meters.keyOf(number));
    }

    /// @dev What the board has, with what this connection's payments have earned it, can be given back; what is owed, cancelled.
    function creditable(IElectricityBilling.Connection memory c, uint64 amount)
        private
        view
        returns (uint64 credit, uint64 cancelled)
    {
        uint64 arrears = c.charged > c.credited ? c.charged - c.credited : 0;
        uint256 earned = (c.charged < c.credited ? c.charged : c.credited) - c.collected;
        uint256 most = arrears + billing.totals().boardBalance + earned;
        if (most == 0) return (0, 0);
        credit = uint64(bound(amount, 1, most > 3000e6 ? 3000e6 : most));
        cancelled = credit < arrears ? credit : arrears;
    }
}
