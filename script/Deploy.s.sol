// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {ElectricityBilling} from "../contracts/src/ElectricityBilling.sol";
import {TariffBook} from "../contracts/src/TariffBook.sol";
import {Terms} from "../contracts/src/connection/State.sol";
import {
    AccessControlDefaultAdminRules
} from "@openzeppelin/contracts/access/extensions/AccessControlDefaultAdminRules.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {Script} from "forge-std/Script.sol";

/// @notice Deploys the two contracts and gives out their roles. `npm run deploy` calls it, with the parameters in the environment.
/// @dev An admin that can sign here is admin from the start, and the deployer never holds anything. To any other admin (a multi-signature
/// wallet, a key kept elsewhere) the deployer offers the role, and holds it until the admin accepts, once adminDelay is over.
contract Deploy is Script {
    using SafeCast for uint256;
    using SafeCast for int256;

    /// @param deployer Who sends the deployment.
    /// @param admin Who is to give out roles.
    /// @param adminSigns Whether the admin can sign here.
    /// @param adminDelay Seconds that a change of admin waits.
    /// @param currency Three ASCII letters (ISO 4217).
    /// @param noticePeriod Seconds between a tariff's publication and its first day.
    /// @param utcOffset Seconds by which the board's local time is ahead of UTC.
    /// @param asset The token that everything is paid in; zero for the chain's coin.
    /// @param unit The asset's own units in `step` millionths of the currency.
    /// @param step Millionths of the currency that amounts are a multiple of.
    /// @param plausibilityPercent Plausibility limit in per cent of what the sanctioned load can draw.
    /// @param tariffOfficer Who publishes tariffs.
    /// @param operator Who registers, confirms and bills.
    /// @param reader Who records readings.
    /// @param treasurer Who takes out the board's money.
    struct Parameters {
        address deployer;
        address admin;
        bool adminSigns;
        uint48 adminDelay;
        bytes3 currency;
        uint32 noticePeriod;
        int32 utcOffset;
        address asset;
        uint256 unit;
        uint96 step;
        uint16 plausibilityPercent;
        address tariffOfficer;
        address operator;
        address reader;
        address treasurer;
    }

    /// @notice A role is not where it belongs.
    error Misplaced(string role);

    function run() external returns (TariffBook book, ElectricityBilling billing) {
        _rememberKey("DEPLOYER_PRIVATE_KEY");
        _rememberKey("ADMIN_PRIVATE_KEY");
        return deploy(_fromEnvironment());
    }

    /// @notice Deploys, gives out the roles and checks the result.
    function deploy(Parameters memory p) public returns (TariffBook book, ElectricityBilling billing) {
        address firstAdmin = p.adminSigns ? p.admin : p.deployer;

        vm.startBroadcast(p.deployer);
        book = new TariffBook(firstAdmin, p.adminDelay, p.currency, p.noticePeriod, p.utcOffset);
        billing = new ElectricityBilling(firstAdmin, p.adminDelay, _terms(p, address(book)));
        vm.stopBroadcast();

        vm.startBroadcast(firstAdmin);
        book.grantRole(book.TARIFF_OFFICER_ROLE(), p.tariffOfficer);
        billing.grantRole(billing.OPERATOR_ROLE(), p.operator);
        billing.grantRole(billing.READER_ROLE(), p.reader);
        billing.grantRole(billing.TREASURER_ROLE(), p.treasurer);
        if (firstAdmin != p.admin) {
            book.beginDefaultAdminTransfer(p.admin);
            billing.beginDefaultAdminTransfer(p.admin);
        }
        vm.stopBroadcast();

        check(p, book, billing);
    }

    function _terms(Parameters memory p, address book) private pure returns (Terms memory terms) {
        (terms.tariffBook, terms.plausibilityPercent) = (book, p.plausibilityPercent);
        (terms.asset, terms.unit, terms.step) = (p.asset, p.unit, p.step);
    }

    /// @notice Reverts unless each role is where it belongs, and the deployer has none that is not its own.
    function check(Parameters memory p, TariffBook book, ElectricityBilling billing) public view {
        _checkAdmin(p, book);
        _checkAdmin(p, billing);
        _checkRole(p, book, book.TARIFF_OFFICER_ROLE(), p.tariffOfficer, "tariff officer");
        _checkRole(p, billing, billing.OPERATOR_ROLE(), p.operator, "operator");
        _checkRole(p, billing, billing.READER_ROLE(), p.reader, "reader");
        _checkRole(p, billing, billing.TREASURER_ROLE(), p.treasurer, "treasurer");
    }

    function _checkAdmin(Parameters memory p, AccessControlDefaultAdminRules target) private view {
        (address pending,) = target.pendingDefaultAdmin();
        address next = pending == address(0) ? target.defaultAdmin() : pending;
        if (next != p.admin || (p.adminSigns && pending != address(0))) revert Misplaced("admin");
    }

    function _checkRole(
        Parameters memory p,
        AccessControlDefaultAdminRules target,
        bytes32 role,
        address holder,
        string memory name
    ) private view {
        bool deployerKeeps = p.deployer != holder && target.hasRole(role, p.deployer);
        if (deployerKeeps || !target.hasRole(role, holder)) revert Misplaced(name);
    }

    function _fromEnvironment() private view returns (Parameters memory) {
        return Parameters({
            deployer: vm.envAddress("DEPLOYER"),
            admin: vm.envAddress("ADMIN"),
            adminSigns: vm.envBool("ADMIN_SIGNS"),
            adminDelay: vm.envUint("ADMIN_DELAY_SECONDS").toUint48(),
            currency: bytes3(bytes(vm.envString("CURRENCY"))),
            noticePeriod: vm.envUint("NOTICE_SECONDS").toUint32(),
            utcOffset: vm.envInt("UTC_OFFSET_SECONDS").toInt32(),
            asset: vm.envAddress("ASSET"),
            unit: vm.envUint("UNIT"),
            step: vm.envUint("STEP").toUint96(),
            plausibilityPercent: vm.envUint("PLAUSIBILITY_PERCENT").toUint16(),
            tariffOfficer: vm.envAddress("TARIFF_OFFICER"),
            operator: vm.envAddress("OPERATOR"),
            reader: vm.envAddress("READER"),
            treasurer: vm.envAddress("TREASURER")
        });
    }

    /// @dev Signs with the private key in the variable. Without one the node must hold the account's key.
    function _rememberKey(string memory variable) private {
        if (vm.envExists(variable)) vm.rememberKey(vm.envUint(variable));
    }
}
