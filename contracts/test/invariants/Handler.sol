// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IConnectionLife} from "../../src/interfaces/IConnectionLife.sol";
import {IElectricityBilling} from "../../src/interfaces/IElectricityBilling.sol";
import {Billing, Book} from "../utils/Contracts.sol";
import {Ghost} from "./Ghost.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {CommonBase} from "forge-std/Base.sol";
import {StdAssertions} from "forge-std/StdAssertions.sol";
import {StdCheats} from "forge-std/StdCheats.sol";
import {StdUtils} from "forge-std/StdUtils.sol";

/// @dev An action begins after some time, and ends with the ghost's look at what it changed.
abstract contract Handler is CommonBase, StdCheats, StdUtils, StdAssertions {
    Billing internal immutable billing;
    Book internal immutable book;
    Ghost internal immutable ghost;
    address[] internal wallets;

    constructor(Billing billing_, Ghost ghost_, address[] memory wallets_) {
        (billing, ghost, wallets) = (billing_, ghost_, wallets_);
        book = Book(billing_.tariffBook());
    }

    /// @dev Mostly minutes, sometimes weeks; sometimes none, so that several actions share a block.
    modifier later(uint256 time) {
        time = bound(time, 0, 9);
        if (time > 6) time *= 4 days;
        else time *= 5 minutes;
        if (time != 0) {
            vm.warp(block.timestamp + time);
            vm.roll(block.number + 1 + time / 12);
        }
        _;
    }

    function pick(uint256 seed) internal view returns (uint64) {
        return ghost.numbers(seed % ghost.count());
    }

    function connectionAt(uint256 seed) internal view returns (IElectricityBilling.Connection memory) {
        return billing.connection(pick(seed));
    }

    function standingOf(uint64 number) internal view returns (IConnectionLife.Standing memory) {
        return billing.standing(number);
    }

    /// @dev Own units of the settlement asset.
    function fundsOf(address who) internal view returns (uint256) {
        address asset = billing.asset();
        return asset == address(0) ? who.balance : IERC20(asset).balanceOf(who);
    }

    function toUnits(uint256 amount) internal view returns (uint256) {
        return amount / billing.step() * billing.unit();
    }

    function coinFor(uint256 amount) internal view returns (uint256) {
        return billing.asset() == address(0) ? toUnits(amount) : 0;
    }

    function nothing() internal pure returns (Ghost.Allowed memory) {}

    function bills() internal pure returns (Ghost.Allowed memory allowed) {
        allowed.bills = true;
    }

    function reads() internal pure returns (Ghost.Allowed memory allowed) {
        allowed.reads = true;
    }

    function advanceOf(IElectricityBilling.Connection memory c) internal pure returns (uint64) {
        return c.credited > c.charged ? c.credited - c.charged : 0;
    }

    /// @dev A call about an agreement or a plan by whoever is pranked: it may be refused, as other tests have it.
    function arrangement(IElectricityBilling.Connection memory c, uint256 kind) internal {
        IConnectionLife.Standing memory s = billing.standing(c.number);
        uint16[5] memory agreements = [uint16(513), 514, 7, 28, 0];
        bytes[4] memory calls = [
            abi.encodeCall(billing.proposeAgreement, (c.number, agreements[kind % 5])),
            abi.encodeCall(billing.acceptAgreement, (c.number, s.proposedAgreement)),
            abi.encodeCall(billing.proposePlan, (c.number, uint8(kind % 7), uint16(kind % 40))),
            abi.encodeCall(billing.acceptPlan, (c.number, s.proposedParts, s.proposedInterval))
        ];
        (bool done,) = address(billing).call(calls[(kind >> 8) % 4]);
        done;
    }
}
