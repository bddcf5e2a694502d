// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IElectricityBilling} from "../../src/interfaces/IElectricityBilling.sol";
import {Billing} from "../utils/Contracts.sol";
import {Forcing} from "../utils/Receivers.sol";
import {Ghost} from "./Ghost.sol";
import {Handler} from "./Handler.sol";

/// @dev What anyone may do: holders and strangers.
contract ConsumerHandler is Handler {
    constructor(Billing billing_, Ghost ghost_, address[] memory wallets_) Handler(billing_, ghost_, wallets_) {}

    function pay(uint256 time, uint256 seed, uint256 wallet, uint64 amount) external later(time) {
        uint64 number = pick(seed);
        address payer = wallets[wallet % wallets.length];
        amount = uint64(bound(amount, 1, 3000e6));
        uint256 value = amount * UNIT;
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
        vm.prank(c.holder);
        billing.pay{value: amount * UNIT}(c.number, amount);
        ghost.wasPaid(c.number, amount);
        ghost.look(nothing());
    }

    function refund(uint256 time, uint256 seed, uint64 amount) external later(time) {
        IElectricityBilling.Connection memory c = connectionAt(seed);
        uint64 advance = advanceOf(c);
        if (advance == 0) return;
        amount = uint64(bound(amount, 1, advance));
        uint256 before = c.holder.balance;
        vm.prank(c.holder);
        billing.refundAdvance(c.number, amount);
        assertEq(c.holder.balance, before + amount * UNIT, "paid back to the holder");
        ghost.wasRefunded(c.number, amount);
        Ghost.Allowed memory allowed;
        allowed.refundOf = c.number;
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
        bytes[9] memory calls = [
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
        assertEq(thief.balance, 0, "a stranger got money");
        ghost.look(nothing());
    }

    function force(uint256 time, uint256 value) external later(time) {
        value = bound(value, 1, 10 ether);
        vm.deal(address(this), value);
        new Forcing{value: value}(payable(address(billing)));
        ghost.wasForced(value);
        ghost.look(nothing());
    }
}
