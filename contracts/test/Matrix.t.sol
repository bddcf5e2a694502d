// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {BillingTest} from "./utils/BillingTest.sol";

/// @dev Who may call what: one row for every function that the contracts have. A function without a row, or a row without a function, fails.
contract MatrixTest is BillingTest {
    /// @dev Needs no role: views, and what looks at the holder, the payer or the pending admin instead.
    bytes32 private constant NO_ROLE = keccak256("none");
    /// @dev OPERATOR_ROLE with READER_ROLE.
    bytes32 private constant BOTH = keccak256("both");

    mapping(bytes32 signature => bytes32) private roleOf;
    string[] private signatures;
    address[7] private everyone;

    function setUp() public override {
        super.setUp();
        everyone = [admin, operator, reader, treasurer, tariffOfficer, holder, stranger];
    }

    function test_ElectricityBilling() public {
        (bytes32 operators, bytes32 readers) = (billing.OPERATOR_ROLE(), billing.READER_ROLE());
        row("register((uint64,address,uint16,uint32,uint16,uint48,uint32))", operators);
        row("confirmReading(uint64,uint48,uint32)", operators);
        row("issueBill(uint64)", operators);
        row("issueBills(uint256[])", operators);
        row("issueCreditNote(uint64,uint16,uint64,string)", operators);
        row("setMeterKey(uint64,address)", operators);
        row("closeConnection(uint64)", operators);
        row("issueFinalBill(uint64)", operators);
        row("estimateReading(uint64,uint48,uint32)", operators);
        row("correctReading(uint64,uint48,string)", operators);
        row("exchangeMeter(uint64,uint48,uint48,uint32,address)", operators);
        row("recordRollover(uint64,uint48,uint32,uint48)", operators);
        row("upholdDispute(uint64,uint64,string)", operators);
        row("rejectDispute(uint64,string)", operators);
        row("giveNotice(uint64)", operators);
        row("recordReading(uint64,uint48,uint32)", readers);
        row("recordReadings(uint256[])", readers);
        row("recordAndBill(uint256[])", BOTH);
        row("withdraw(uint256,address)", billing.TREASURER_ROLE());
        row("pause()", 0);
        row("unpause()", 0);
        // The holder, or whom it was offered to.
        row("offerHandover(uint64,address)", NO_ROLE);
        row("acceptHandover(uint64)", NO_ROLE);
        row("refundAdvance(uint64,uint64)", NO_ROLE);
        row("openDispute(uint64,uint16,uint64,bytes32)", NO_ROLE);
        row("withdrawDispute(uint64)", NO_ROLE);
        // The holder or the board, each for the other's proposals.
        row("proposeAgreement(uint64,uint16)", NO_ROLE);
        row("acceptAgreement(uint64,uint16)", NO_ROLE);
        row("proposePlan(uint64,uint8,uint16)", NO_ROLE);
        row("acceptPlan(uint64,uint8,uint16)", NO_ROLE);
        // Anyone who brings what the meter signed.
        row("recordSignedReading(uint64,uint48,uint32,bytes)", NO_ROLE);
        // Anyone.
        row("pay(uint64,uint64)", NO_ROLE);
        row("payMany(uint256[])", NO_ROLE);
        row("payWithPermit(uint64,uint64,uint256,uint8,bytes32,bytes32)", NO_ROLE);
        row("collect(uint256[])", NO_ROLE);
        string[16] memory views = [
            "OPERATOR_ROLE()",
            "READER_ROLE()",
            "TREASURER_ROLE()",
            "asset()",
            "standing(uint64)",
            "standings(uint64[])",
            "step()",
            "connection(uint64)",
            "connections(uint256,uint256)",
            "connectionsByNumber(uint64[])",
            "connectionsOf(address,uint256,uint256)",
            "paused()",
            "plausibilityPercent()",
            "tariffBook()",
            "totals()",
            "unit()"
        ];
        for (uint256 i; i < views.length; ++i) {
            row(views[i], NO_ROLE);
        }
        accessControl();
        check(address(billing), "ElectricityBilling");
    }

    function test_TariffBook() public {
        row("publish(uint16,uint16,bytes)", book.TARIFF_OFFICER_ROLE());
        string[14] memory views = [
            "TARIFF_OFFICER_ROLE()",
            "surcharge(uint16,uint16,uint256,uint256)",
            "categories()",
            "checker()",
            "currency()",
            "earliestStartDay()",
            "noticePeriod()",
            "preview(bytes,(uint64,uint32,uint16,uint16,int64,int256[]))",
            "program(uint16,uint16)",
            "quote(uint16,(uint64,uint32,uint16,uint16,int64,int256[]))",
            "totals(uint256[])",
            "utcOffset()",
            "versionOn(uint16,uint16)",
            "versions(uint16)"
        ];
        for (uint256 i; i < views.length; ++i) {
            row(views[i], NO_ROLE);
        }
        accessControl();
        check(address(book), "TariffBook");
    }

    /// @dev OpenZeppelin's AccessControlDefaultAdminRules.
    function accessControl() private {
        row("grantRole(bytes32,address)", 0);
        row("revokeRole(bytes32,address)", 0);
        row("beginDefaultAdminTransfer(address)", 0);
        row("cancelDefaultAdminTransfer()", 0);
        row("changeDefaultAdminDelay(uint48)", 0);
        row("rollbackDefaultAdminDelay()", 0);
        // Only the pending admin, and only one's own role.
        row("acceptDefaultAdminTransfer()", NO_ROLE);
        row("renounceRole(bytes32,address)", NO_ROLE);
        string[10] memory views = [
            "DEFAULT_ADMIN_ROLE()",
            "defaultAdmin()",
            "defaultAdminDelay()",
            "defaultAdminDelayIncreaseWait()",
            "getRoleAdmin(bytes32)",
            "hasRole(bytes32,address)",
            "owner()",
            "pendingDefaultAdmin()",
            "pendingDefaultAdminDelay()",
            "supportsInterface(bytes4)"
        ];
        for (uint256 i; i < views.length; ++i) {
            row(views[i], NO_ROLE);
        }
    }

    function row(string memory signature, bytes32 role) private {
        // Role 0 is the admin's, so what is kept is never zero.
        roleOf[keccak256(bytes(signature))] = role == 0 ? keccak256("admin") : role;
        signatures.push(signature);
    }

    function check(address target, string memory name) private {
        string memory path = string.concat(vm.projectRoot(), "/out/test/", name, ".sol/", name, ".json");
        string[] memory functions = vm.parseJsonKeys(vm.readFile(path), ".methodIdentifiers");
        for (uint256 i; i < functions.length; ++i) {
            assertTrue(roleOf[keccak256(bytes(functions[i]))] != 0, string.concat("no row for ", functions[i]));
        }
        assertEq(functions.length, signatures.length, "rows of functions that there are not");
        for (uint256 i; i < signatures.length; ++i) {
            for (uint256 j; j < everyone.length; ++j) {
                checkCall(target, signatures[i], everyone[j]);
            }
        }
    }

    /// @dev Called with nothing but zeros (a role that isn't the admin's, where one is named): refused for want of the role, or not.
    function checkCall(address target, string memory signature, address caller) private {
        bytes32 role = roleOf[keccak256(bytes(signature))];
        if (role == keccak256("admin")) role = 0;
        if (role == BOTH) role = caller == reader ? billing.OPERATOR_ROLE() : billing.READER_ROLE();
        bytes32 named = isGrant(signature) ? billing.READER_ROLE() : bytes32(0);
        bool has = role == NO_ROLE || book.hasRole(role, caller) || billing.hasRole(role, caller);
        uint256 before = vm.snapshotState();
        vm.prank(caller);
        (bool done, bytes memory result) =
            target.call(bytes.concat(bytes4(keccak256(bytes(signature))), named, new bytes(1024)));
        bool refused = !done && keccak256(result) == keccak256(missingRole(caller, role));
        vm.revertToState(before);
        assertEq(refused, !has, string.concat(signature, " by ", vm.toString(caller)));
    }

    function isGrant(string memory signature) private pure returns (bool) {
        bytes32 hash = keccak256(bytes(signature));
        return hash == keccak256("grantRole(bytes32,address)") || hash == keccak256("revokeRole(bytes32,address)");
    }
}
