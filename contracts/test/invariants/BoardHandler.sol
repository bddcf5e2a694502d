// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IElectricityBilling} from "../../src/interfaces/IElectricityBilling.sol";
import {Billing} from "../utils/Contracts.sol";
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
        IElectricityBilling.Connection memory c = connectionAt(seed);
        if (billing.paused() || c.readAt == block.timestamp) return;
        uint256 limit = (block.timestamp - c.readAt) * 3000 / 3600;
        vm.prank(board);
        billing.recordReading(c.number, uint48(bound(wh, c.register, c.register + limit)), uint32(block.timestamp));
        ghost.look(nothing());
    }

    function confirmReading(uint256 time, uint256 seed, uint256 wh) external later(time) {
        IElectricityBilling.Connection memory c = connectionAt(seed);
        if (billing.paused() || c.readAt == block.timestamp) return;
        vm.prank(board);
        billing.confirmReading(
            c.number, uint48(bound(wh, c.register, c.register + 10_000_000)), uint32(block.timestamp)
        );
        ghost.look(nothing());
    }

    /// @dev Good rows and bad ones.
    function recordReadings(uint256 time, uint256[5] calldata seeds) external later(time) {
        if (billing.paused()) return;
        uint256[] memory rows = rowsOf(seeds);
        vm.prank(board);
        billing.recordReadings(rows);
        ghost.look(nothing());
    }

    function recordAndBill(uint256 time, uint256[5] calldata seeds) external later(time) {
        if (billing.paused()) return;
        uint256[] memory rows = rowsOf(seeds);
        vm.prank(board);
        billing.recordAndBill(rows);
        ghost.look(bills());
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
            : kind % 5 == 1 ? OtherTariffs.rebate() : OtherTariffs.flat(bound(rate, 0, 20e6), 15);
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
        uint64 arrears = c.charged > c.credited ? c.charged - c.credited : 0;
        // What the board has, with what this connection's payments have earned it.
        uint256 earned = (c.charged < c.credited ? c.charged : c.credited) - c.collected;
        uint256 most = arrears + billing.totals().boardBalance + earned;
        if (most == 0) return;
        amount = uint64(bound(amount, 1, most > 3000e6 ? 3000e6 : most));
        vm.prank(board);
        billing.issueCreditNote(c.number, uint16(seed % c.bills) + 1, amount, "read wrongly");
        ghost.wasCredited(c.number, amount, amount < arrears ? amount : arrears);
        ghost.look(nothing());
    }

    function withdraw(uint256 time, uint256 amount) external later(time) {
        uint256 most = billing.totals().boardBalance;
        if (most == 0) return;
        amount = bound(amount, 1, most);
        uint256 before = board.balance;
        vm.prank(board);
        billing.withdraw(amount, board);
        assertEq(board.balance, before + amount * UNIT, "withdrawn");
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
            uint256 register_ = c.register + (seeds[i] >> 16) % 60_000;
            uint256 readAt = block.timestamp - (seeds[i] >> 48) % 1 days;
            uint256 number = (seeds[i] >> 64) % 9 == 0 ? uint64(seeds[i]) : c.number;
            rows[i] = number | register_ << 64 | readAt << 112;
        }
    }
}
