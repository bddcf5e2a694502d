// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Terms} from "../../src/connection/State.sol";
import {IConnectionLife} from "../../src/interfaces/IConnectionLife.sol";
import {IElectricityBilling} from "../../src/interfaces/IElectricityBilling.sol";
import {ITariffBook} from "../../src/interfaces/ITariffBook.sol";
import {IAccessControl} from "@openzeppelin/contracts/access/IAccessControl.sol";
import {
    IAccessControlDefaultAdminRules
} from "@openzeppelin/contracts/access/extensions/IAccessControlDefaultAdminRules.sol";
import {Vm} from "forge-std/Vm.sol";

/// @dev All that can be called on ElectricityBilling.
interface Billing is IElectricityBilling, IConnectionLife, IAccessControl, IAccessControlDefaultAdminRules {
    function paused() external view returns (bool);
}

/// @dev All that can be called on TariffBook.
interface Book is ITariffBook, IAccessControl, IAccessControlDefaultAdminRules {}

/// @dev The contracts as forge compiled them. A test that said `new` would hold their code, and take solc as long to compile as they do.
library Contracts {
    Vm private constant vm = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));

    function book(address admin, bytes3 currency, uint32 noticePeriod, int32 utcOffset) internal returns (Book) {
        return
            Book(
                vm.deployCode("TariffBook.sol:TariffBook", abi.encode(admin, 2 days, currency, noticePeriod, utcOffset))
            );
    }

    /// @dev Settles in the chain's coin of 18 decimals.
    function billing(address admin, Book book_, uint256 unit, uint16 plausibilityPercent) internal returns (Billing) {
        return billing(admin, book_, address(0), unit, 1, plausibilityPercent);
    }

    function billing(address admin, Book book_, address asset, uint256 unit, uint96 step, uint16 plausibilityPercent)
        internal
        returns (Billing)
    {
        Terms memory terms = Terms(address(book_), plausibilityPercent, 0, asset, step, unit);
        return Billing(vm.deployCode("ElectricityBilling.sol:ElectricityBilling", abi.encode(admin, 2 days, terms)));
    }
}
