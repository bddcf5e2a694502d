// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IElectricityBilling} from "../../src/interfaces/IElectricityBilling.sol";
import {Billing} from "../utils/Contracts.sol";
import {Forcing} from "../utils/Receivers.sol";
import {Ghost} from "./Ghost.sol";
import {Handler} from "./Handler.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

/// @dev What anyone may do: holders and strangers.
contract ConsumerHandler is Handler {
    constructor(Billing billing_, Ghost ghost_, address[] memory wallets_) Handler(billing_, ghost_, wallets_) {}

    function pay(uint256 time, uint256 seed, uint256 wallet, uint64 amount) external later(time) {
        uint64 number = pick(seed);
        address payer = wallets[wallet % wallets.length];
        amount = uint64(bound(amount, 1, 3000e6));
        uint256 value = coinFor(amount);
        vm.prank(payer);
        billing.pay{value: value}(number, amount);
        ghost.wasPaid(number, amount);
        ghost.look(nothing());
    }

    /// @dev Pays just what is owed.
    function settle(uint256 time, uint256 seed) external later(time) {
        IElectricityBilling.Connection memory c = connectionAt(seed);
        if (c.charged <= c.credited) return;
        uint64 amount = c.charged - c.credited;
        uint256 value = coinFor(amount);
        vm.prank(c.holder);
        billing.pay{value: value}(c.number, amount);
        ghost.wasPaid(c.number, amount);
        ghost.look(nothing());
    }

    /// @dev An agent at a counter.
    function payMany(uint256 time, uint256[3] calldata seeds) external later(time) {
        uint256[] memory rows = new uint256[](seeds.length);
        uint256 total;
        for (uint256 i; i < seeds.length; ++i) {
            uint64 amount = uint64(seeds[i] >> 64) % 3000e6 + 1;
            rows[i] = pick(seeds[i]) | uint256(amount) << 64;
            total += amount;
        }
        uint256 value = coinFor(total);
        vm.prank(wallets[seeds[0] % wallets.length]);
        assertEq(billing.payMany{value: value}(rows), total, "paid at the counter");
        for (uint256 i; i < rows.length; ++i) {
            ghost.wasPaid(uint64(rows[i]), uint64(rows[i] >> 64));
        }
        ghost.look(nothing());
    }

    /// @dev The holder proposes, or accepts what the board proposed.
    function arrange(uint256 time, uint256 seed, uint256 kind) external later(time) {
        IElectricityBilling.Connection memory c = connectionAt(seed);
        vm.prank(c.holder);
        arrangement(c, kind);
        ghost.look(nothing());
    }

    function dispute(uint256 time, uint256 seed) external later(time) {
        IElectricityBilling.Connection memory c = connectionAt(seed);
        vm.prank(c.holder);
        // Outside its window, or with another one open, it is refused, as other tests have it.
        (bool done,) = address(billing)
            .call(
                abi.encodeCall(
                    billing.openDispute, (c.number, c.bills == 0 ? 0 : c.bills - uint16(seed % 2), 1, bytes32(seed))
                )
            );
        if (done) assertEq(standingOf(c.number).noticeDay, 0, "N3 a notice stands in a dispute");
        ghost.look(nothing());
    }

    function withdrawDispute(uint256 time, uint256 seed) external later(time) {
        IElectricityBilling.Connection memory c = connectionAt(seed);
        if (seed % 4 != 0 || standingOf(c.number).disputedBill == 0) return;
        vm.prank(c.holder);
        billing.withdrawDispute(c.number);
        ghost.look(nothing());
    }

    function refund(uint256 time, uint256 seed, uint64 amount) external later(time) {
        IElectricityBilling.Connection memory c = connectionAt(seed);
        uint64 advance = advanceOf(c);
        if (advance == 0) return;
        amount = uint64(bound(amount, 1, advance));
        uint256 before = fundsOf(c.holder);
        vm.prank(c.holder);
        billing.refundAdvance(c.number, amount);
        assertEq(fundsOf(c.holder), before + toUnits(amount), "paid back to the holder");
        ghost.wasRefunded(c.number, amount);
        Ghost.Allowed memory allowed;
        (allowed.refundOf, allowed.refunded) = (c.number, amount);
        ghost.look(allowed);
    }

    function collect(uint256 time, uint256[3] calldata seeds) external later(time) {
        uint256[] memory numbers = new uint256[](seeds.length);
        for (uint256 i; i < seeds.length; ++i) {
            numbers[i] = seeds[i] % 7 == 0 ? seeds[i] : pick(seeds[i]);
        }
        billing.collect(numbers);
        ghost.look(nothing());
    }

    function offer(uint256 time, uint256 seed, uint256 wallet) external later(time) {
        IElectricityBilling.Connection memory c = connectionAt(seed);
        address to = wallets[wallet % wallets.length];
        vm.prank(c.holder);
        billing.offerHandover(c.number, to == c.holder ? address(0) : to);
        ghost.look(nothing());
    }

    function takeOver(uint256 time, uint256 seed) external later(time) {
        IElectricityBilling.Connection memory c = connectionAt(seed);
        if (c.offeredTo == address(0) || c.offeredTo == c.holder) return;
        vm.prank(c.offeredTo);
        // The board's offer doesn't move an advance.
        (bool taken,) = address(billing).call(abi.encodeCall(billing.acceptHandover, (c.number)));
        Ghost.Allowed memory allowed;
        if (taken) allowed.handoverOf = c.number;
        ghost.look(allowed);
    }

    /// @dev Whatever a wallet tries that has neither role nor connection, it changes nothing.
    function trespass(uint256 time, uint256 seed, uint256 kind, uint64 amount) external later(time) {
        address thief = address(0xbad);
        uint64 number = pick(seed);
        uint256[] memory list = new uint256[](1);
        list[0] = number;
        bytes[16] memory calls = [
            abi.encodeCall(billing.estimateReading, (number, 1, uint32(block.timestamp))),
            abi.encodeCall(billing.correctReading, (number, 0, "mine")),
            abi.encodeCall(billing.exchangeMeter, (number, 0, 0, uint32(block.timestamp), thief)),
            abi.encodeCall(billing.setMeterKey, (number, thief)),
            abi.encodeCall(billing.openDispute, (number, 1, 1, "")),
            abi.encodeCall(billing.proposePlan, (number, 60, 366)),
            abi.encodeCall(billing.closeConnection, (number)),
            abi.encodeCall(billing.refundAdvance, (number, amount)),
            abi.encodeCall(billing.withdraw, (amount, thief)),
            abi.encodeCall(billing.offerHandover, (number, thief)),
            abi.encodeCall(billing.acceptHandover, (number)),
            abi.encodeCall(billing.issueBills, (list)),
            abi.encodeCall(billing.recordAndBill, (list)),
            abi.encodeCall(billing.confirmReading, (number, 0, uint32(block.timestamp))),
            abi.encodeCall(billing.issueCreditNote, (number, 1, amount, "mine")),
            abi.encodeCall(billing.pause, ())
        ];
        vm.prank(thief);
        (bool done,) = address(billing).call(calls[kind % calls.length]);
        assertFalse(done, "a stranger got in");
        assertEq(fundsOf(thief), 0, "a stranger got money");
        ghost.look(nothing());
    }

    /// @dev Money that comes without a call: coin by self-destruct, a token by a plain transfer.
    function force(uint256 time, uint256 value) external later(time) {
        value = bound(value, 1, 10 ether);
        address asset = billing.asset();
        if (asset == address(0)) {
            vm.deal(address(this), value);
            new Forcing{value: value}(payable(address(billing)));
        } else {
            vm.prank(wallets[0]);
            assertTrue(IERC20(asset).transfer(address(billing), value), "given");
        }
        ghost.wasForced(value);
        ghost.look(nothing());
    }
}
