// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {ElectricityBilling} from "../../src/ElectricityBilling.sol";
import {TariffBook} from "../../src/TariffBook.sol";
import {IElectricityBilling} from "../../src/interfaces/IElectricityBilling.sol";
import {Tariffs} from "./Tariffs.sol";
import {Test} from "forge-std/Test.sol";

/// @dev A board with one account for each role, category 1 billed at 5 per unit and category 2 by APDCL Domestic A, both in force.
abstract contract BillingTest is Test {
    uint256 internal constant UNIT = 1e12;
    uint64 internal constant RUPEE = 1e6;
    uint32 internal constant NOTICE = 30 days;
    int32 internal constant IST = 19_800;
    uint16 internal constant MONTHLY = 513;
    uint16 internal constant PREPAID = 0;
    uint16 internal constant FLAT = 1;
    uint16 internal constant APDCL = 2;

    /// @dev 1 January 2024, 00:00 in India.
    uint256 internal constant START = 1_704_047_400;
    uint16 internal constant START_DAY = 19_723;

    address internal admin = makeAddr("admin");
    address internal operator = makeAddr("operator");
    address internal reader = makeAddr("reader");
    address internal tariffOfficer = makeAddr("tariff officer");
    address internal treasurer = makeAddr("treasurer");
    address internal holder = makeAddr("holder");
    address internal stranger = makeAddr("stranger");

    TariffBook internal book;
    ElectricityBilling internal billing;

    function setUp() public virtual {
        vm.warp(START - NOTICE - 1 days);
        vm.roll(100);
        book = new TariffBook(admin, 2 days, "INR", NOTICE, IST);
        billing = new ElectricityBilling(admin, 2 days, book, UNIT, 150);
        vm.startPrank(admin);
        book.grantRole(book.TARIFF_OFFICER_ROLE(), tariffOfficer);
        billing.grantRole(billing.OPERATOR_ROLE(), operator);
        billing.grantRole(billing.READER_ROLE(), reader);
        billing.grantRole(billing.TREASURER_ROLE(), treasurer);
        vm.stopPrank();
        vm.startPrank(tariffOfficer);
        book.publish(FLAT, START_DAY, Tariffs.flatFive());
        book.publish(APDCL, START_DAY, Tariffs.apdclDomesticA());
        vm.stopPrank();
        vm.warp(START);
        vm.roll(1000);
        vm.deal(holder, 1_000_000 ether);
        vm.deal(stranger, 1_000_000 ether);
    }

    /// @dev A connection of 2 kW, register 0 at START.
    function registerConnection(uint64 number, address holder_, uint16 category) internal {
        vm.prank(operator);
        billing.register(
            IElectricityBilling.Registration({
                number: number,
                holder: holder_,
                category: category,
                loadW: 2000,
                agreement: MONTHLY,
                register: 0,
                readAt: uint32(START)
            })
        );
    }

    /// @dev Moves the clock to a local midnight `day` days after START, a block a minute.
    function goToDay(uint256 day) internal {
        vm.warp(START + day * 1 days);
        vm.roll(1000 + day * 1440);
    }

    function row(uint64 number, uint256 register, uint256 readAt) internal pure returns (uint256) {
        return number | register << 64 | readAt << 112;
    }

    function arrears(uint64 number) internal view returns (uint64) {
        IElectricityBilling.Connection memory c = billing.connection(number);
        return c.charged > c.credited ? c.charged - c.credited : 0;
    }

    function pay(address payer, uint64 number, uint64 amount) internal {
        vm.prank(payer);
        billing.pay{value: amount * UNIT}(number, amount);
    }
}
