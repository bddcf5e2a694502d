// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IElectricityBilling} from "../../src/interfaces/IElectricityBilling.sol";
import {Billing, Book} from "../utils/Contracts.sol";
import {Ghost} from "./Ghost.sol";
import {CommonBase} from "forge-std/Base.sol";
import {StdAssertions} from "forge-std/StdAssertions.sol";
import {StdCheats} from "forge-std/StdCheats.sol";
import {StdUtils} from "forge-std/StdUtils.sol";

/// @dev An action begins after some time, and ends with the ghost's look at what it changed.
abstract contract Handler is CommonBase, StdCheats, StdUtils, StdAssertions {
    uint256 internal constant UNIT = 1e12;

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

    function nothing() internal pure returns (Ghost.Allowed memory) {}

    function bills() internal pure returns (Ghost.Allowed memory allowed) {
        allowed.bills = true;
    }

    function advanceOf(IElectricityBilling.Connection memory c) internal pure returns (uint64) {
        return c.credited > c.charged ? c.credited - c.charged : 0;
    }
}
