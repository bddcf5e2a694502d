// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IConnectionLife} from "../src/interfaces/IConnectionLife.sol";
import {IElectricityBilling} from "../src/interfaces/IElectricityBilling.sol";
import {MeterTest} from "./utils/MeterTest.sol";

contract MeterKeyTest is MeterTest {
    address private key = makeAddr("key");

    function setUp() public override {
        super.setUp();
        registerConnection(HOME, holder, FLAT);
        goToDay(10);
    }

    function test_GivesTheMeterAKey() public {
        IElectricityBilling.Connection memory expected = billing.connection(HOME);
        IConnectionLife.Standing memory standing = billing.standing(HOME);
        expectKey(key);
        setKey(HOME, key);
        // Neither money nor a reading: both histories stay.
        assertConnection(expected);
        standing.meterKey = key;
        assertStanding(standing);
        assertTotals(1, 0, 0, 0, 0);
    }

    function test_ReplacesIt() public {
        setKey(HOME, key);
        expectKey(stranger);
        setKey(HOME, stranger);
        assertEq(billing.standing(HOME).meterKey, stranger);
    }

    function test_TakesItAway() public {
        setKey(HOME, key);
        expectKey(address(0));
        setKey(HOME, address(0));
        assertEq(billing.standing(HOME).meterKey, address(0));
    }

    function test_TheRegisterStays() public {
        exchangeOn(10, 50_000, 7000, address(0));
        setKey(HOME, key);
        assertEq(offset(), 43_000);
        goToDay(11);
        readOn(11, HOME, 8000);
        assertEq(logical(), 51_000);
    }

    function test_OneConnectionOnly() public {
        registerConnection(HOME + 1, holder, FLAT);
        setKey(HOME + 1, key);
        assertEq(billing.standing(HOME + 1).meterKey, key);
        assertEq(billing.standing(HOME).meterKey, address(0));
    }

    function test_WhilePaused() public {
        setKey(HOME, key);
        pause();
        // A stolen key can be taken away at any time.
        setKey(HOME, address(0));
        assertEq(billing.standing(HOME).meterKey, address(0));
    }

    function test_AnUnknownConnection() public {
        assertRefused(operator, abi.encodeCall(billing.setMeterKey, (7, key)), unknown(7));
    }

    function test_AClosedConnection() public {
        close();
        assertRefused(operator, abi.encodeCall(billing.setMeterKey, (HOME, key)), closed());
    }

    function test_ByTheOperatorOnly() public {
        assertOnlyOperator(abi.encodeCall(billing.setMeterKey, (HOME, key)));
    }

    function expectKey(address key_) private {
        vm.expectEmit(address(billing));
        emit IConnectionLife.MeterKeySet(HOME, key_);
    }
}
