// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IElectricityBilling} from "../src/interfaces/IElectricityBilling.sol";
import {BillingTest} from "./utils/BillingTest.sol";

contract RecordReadingTest is BillingTest {
    function setUp() public override {
        super.setUp();
        registerConnection(HOME, holder, FLAT);
        goToDay(10);
        readOn(10, HOME, 100_000);
        goToDay(20);
    }

    function test_RecordsAReading() public {
        IElectricityBilling.Connection memory expected = billing.connection(HOME);
        uint32 previous = expected.readingBlock;
        uint32 readAt = uint32(START + 19 days + 12 hours);

        vm.expectEmit(address(billing));
        emit IElectricityBilling.ReadingRecorded(
            HOME, 150_001, readAt, IElectricityBilling.ReadingKind.Actual, previous
        );
        vm.prank(reader);
        billing.recordReading(HOME, 150_001, readAt);

        assertEq(previous, 1000 + 10 * 1440);
        (expected.register, expected.readAt, expected.readingBlock) = (150_001, readAt, uint32(block.number));
        assertConnection(expected);
        assertTotals(1, 0, 0, 0, 0);
    }

    function test_TakesTheSameRegisterAgain() public {
        readOn(20, HOME, 100_000);
        assertEq(billing.connection(HOME).register, 100_000);
        assertEq(billing.connection(HOME).readAt, START + 20 days);
    }

    function test_TakesWhatTheLoadCouldJustDraw() public {
        // 2 kW for 10 days, half as much again: 720 kWh.
        readOn(20, HOME, 820_000);
        assertEq(billing.connection(HOME).register, 820_000);
    }

    function test_AboveWhatTheLoadCouldDraw() public {
        refused(
            820_001,
            START + 20 days,
            abi.encodeWithSelector(IElectricityBilling.ReadingImplausible.selector, HOME, 720_001, 720_000)
        );
    }

    function test_TheLimitIsRoundedDown() public {
        // 2 kW for a second, half as much again: five sixths of a Wh.
        refused(
            100_001,
            START + 10 days + 1,
            abi.encodeWithSelector(IElectricityBilling.ReadingImplausible.selector, HOME, 1, 0)
        );
    }

    function test_AnUnknownConnection() public {
        assertRefused(reader, abi.encodeCall(billing.recordReading, (7, 1, uint32(START))), unknown(7));
        assertEq(billing.connection(7).readAt, 0);
    }

    function test_ARegisterThatFalls() public {
        refused(
            99_999,
            START + 20 days,
            abi.encodeWithSelector(IElectricityBilling.ReadingFalls.selector, HOME, 99_999, 100_000)
        );
    }

    function test_TheTimeOfTheLastReading() public {
        refused(
            100_001,
            START + 10 days,
            abi.encodeWithSelector(IElectricityBilling.ReadingNotLater.selector, HOME, START + 10 days, START + 10 days)
        );
    }

    function test_BeforeTheLastReading() public {
        refused(
            100_001,
            START + 10 days - 1,
            abi.encodeWithSelector(
                IElectricityBilling.ReadingNotLater.selector, HOME, START + 10 days - 1, START + 10 days
            )
        );
    }

    function test_TheSameReadingAgain() public {
        refused(
            100_000,
            START + 10 days,
            abi.encodeWithSelector(IElectricityBilling.ReadingNotLater.selector, HOME, START + 10 days, START + 10 days)
        );
    }

    function test_InTheFuture() public {
        refused(
            100_001,
            block.timestamp + 1,
            abi.encodeWithSelector(
                IElectricityBilling.ReadingInFuture.selector, HOME, block.timestamp + 1, block.timestamp
            )
        );
    }

    /// @dev A reading is taken if and only if it neither falls, nor is early, late or more than the load can draw.
    function testFuzz_Rules(uint48 register, uint32 readAt) public {
        register = uint48(bound(register, 0, 2_000_000));
        readAt = uint32(bound(readAt, START, START + 30 days));
        uint256 seconds_ = readAt > START + 10 days ? readAt - START - 10 days : 0;
        bool good = register >= 100_000 && seconds_ != 0 && readAt <= block.timestamp
            && uint256(register - 100_000) * 360_000 <= 2000 * 150 * seconds_;

        bytes memory before = state();
        vm.prank(reader);
        (bool recorded,) = address(billing).call(abi.encodeCall(billing.recordReading, (HOME, register, readAt)));

        assertEq(recorded, good);
        if (good) assertEq(billing.connection(HOME).register, register);
        else assertEq(state(), before);
    }

    function refused(uint48 register, uint256 readAt, bytes memory reason) private {
        assertRefused(reader, abi.encodeCall(billing.recordReading, (HOME, register, uint32(readAt))), reason);
    }
}
