// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Deploy} from "../../script/Deploy.s.sol";
import {ElectricityBilling} from "../src/ElectricityBilling.sol";
import {TariffBook} from "../src/TariffBook.sol";
import {Test} from "forge-std/Test.sol";

contract DeployTest is Test {
    Deploy private script = new Deploy();
    address private deployer = makeAddr("deployer");
    address private admin = makeAddr("admin");

    function test_AnAdminWhoSignsIsAdminAndTheDeployerIsNothing() public {
        Deploy.Parameters memory p = _parameters({adminSigns: true});
        (TariffBook book, ElectricityBilling billing) = script.deploy(p);

        assertEq(book.defaultAdmin(), admin);
        assertEq(billing.defaultAdmin(), admin);
        assertTrue(book.hasRole(book.TARIFF_OFFICER_ROLE(), p.tariffOfficer));
        assertTrue(billing.hasRole(billing.OPERATOR_ROLE(), p.operator));
        assertTrue(billing.hasRole(billing.READER_ROLE(), p.reader));
        assertTrue(billing.hasRole(billing.TREASURER_ROLE(), p.treasurer));
        assertFalse(book.hasRole(0, deployer));
        assertFalse(book.hasRole(book.TARIFF_OFFICER_ROLE(), deployer));
        assertFalse(billing.hasRole(0, deployer));
        assertFalse(billing.hasRole(billing.OPERATOR_ROLE(), deployer));
        assertFalse(billing.hasRole(billing.READER_ROLE(), deployer));
        assertFalse(billing.hasRole(billing.TREASURER_ROLE(), deployer));
    }

    function test_TheParametersReachTheContracts() public {
        Deploy.Parameters memory p = _parameters({adminSigns: true});
        (TariffBook book, ElectricityBilling billing) = script.deploy(p);

        assertEq(book.currency(), p.currency);
        assertEq(book.noticePeriod(), p.noticePeriod);
        assertEq(book.utcOffset(), p.utcOffset);
        assertEq(book.defaultAdminDelay(), p.adminDelay);
        assertEq(billing.tariffBook(), address(book));
        assertEq(billing.unit(), p.unit);
        assertEq(billing.plausibilityPercent(), p.plausibilityPercent);
        assertEq(billing.defaultAdminDelay(), p.adminDelay);
    }

    function test_AnyOtherAdminIsOfferedTheRole() public {
        Deploy.Parameters memory p = _parameters({adminSigns: false});
        (TariffBook book, ElectricityBilling billing) = script.deploy(p);
        assertEq(book.defaultAdmin(), deployer);
        assertEq(billing.defaultAdmin(), deployer);

        skip(p.adminDelay + 1);
        vm.startPrank(admin);
        book.acceptDefaultAdminTransfer();
        billing.acceptDefaultAdminTransfer();
        vm.stopPrank();

        assertEq(book.defaultAdmin(), admin);
        assertEq(billing.defaultAdmin(), admin);
        script.check(p, book, billing);
    }

    function test_TheCheckFindsARoleThatIsMissing() public {
        Deploy.Parameters memory p = _parameters({adminSigns: true});
        (TariffBook book, ElectricityBilling billing) = script.deploy(p);
        bytes32 role = billing.READER_ROLE();
        vm.prank(admin);
        billing.revokeRole(role, p.reader);

        vm.expectRevert(abi.encodeWithSelector(Deploy.Misplaced.selector, "reader"));
        script.check(p, book, billing);
    }

    function test_TheCheckFindsARoleThatTheDeployerKept() public {
        Deploy.Parameters memory p = _parameters({adminSigns: true});
        (TariffBook book, ElectricityBilling billing) = script.deploy(p);
        bytes32 role = book.TARIFF_OFFICER_ROLE();
        vm.prank(admin);
        book.grantRole(role, deployer);

        vm.expectRevert(abi.encodeWithSelector(Deploy.Misplaced.selector, "tariff officer"));
        script.check(p, book, billing);
    }

    function test_TheCheckFindsAnotherAdmin() public {
        Deploy.Parameters memory p = _parameters({adminSigns: true});
        (TariffBook book, ElectricityBilling billing) = script.deploy(p);
        vm.prank(admin);
        billing.beginDefaultAdminTransfer(deployer);

        vm.expectRevert(abi.encodeWithSelector(Deploy.Misplaced.selector, "admin"));
        script.check(p, book, billing);
    }

    function _parameters(bool adminSigns) private returns (Deploy.Parameters memory) {
        return Deploy.Parameters({
            deployer: deployer,
            admin: admin,
            adminSigns: adminSigns,
            adminDelay: 1 days,
            currency: "INR",
            noticePeriod: 30 days,
            utcOffset: 19_800,
            asset: address(0),
            unit: 10 ** 12,
            step: 1,
            plausibilityPercent: 120,
            tariffOfficer: makeAddr("tariff officer"),
            operator: makeAddr("operator"),
            reader: makeAddr("reader"),
            treasurer: makeAddr("treasurer")
        });
    }
}
