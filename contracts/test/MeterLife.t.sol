// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IElectricityBilling} from "../src/interfaces/IElectricityBilling.sol";
import {MeterTest} from "./utils/MeterTest.sol";

/// @dev A meter of five digits that is read, misread, estimated, exchanged and rolls over in any order, beside what was really used.
contract MeterLifeTest is MeterTest {
    uint48 private constant FIVE_DIGITS = 1e8;

    uint256 private day;
    uint48 private shown;
    bool private hasRolledOver;
    uint256 private used;
    uint256 private overbilled;

    /// @dev In the end exactly what was used is billed, but for what a correction named as billed too much.
    function testFuzz_EveryWattHourIsBilledOnce(uint256 start, uint256[24] memory steps) public {
        shown = uint48(bound(start, 0, FIVE_DIGITS - 1));
        registerAt(shown);
        for (uint256 i; i < steps.length; ++i) {
            live(1 + steps[i] % 40, steps[i] >> 16);
            uint256 action = steps[i] % 11;
            if (action < 3) read();
            else if (action < 5) estimate(uint48((steps[i] >> 64) % 2_000_000));
            else if (action < 8) bill();
            else if (action < 9) exchange(uint48((steps[i] >> 64) % FIVE_DIGITS));
            else misread(1 + uint48((steps[i] >> 64) % 500_000), action == 9);
        }
        live(60, start);
        read();
        bill();
        assertEq(billing.totals().billedWh, used + overbilled);
        assertEq(arrears(HOME), (used + overbilled) * 5000);
    }

    function registerAt(uint48 register) private {
        vm.startPrank(operator);
        billing.register(registrationAt(register));
        vm.stopPrank();
    }

    function registrationAt(uint48 register) private view returns (IElectricityBilling.Registration memory r) {
        r = registration(HOME, holder, FLAT);
        r.register = register;
    }

    /// @dev Days go by, with up to 48 kWh each.
    function live(uint256 days_, uint256 seed) private {
        uint256 wh = seed % (48_000 * days_);
        goToDay(day += days_);
        used += wh;
        shown += uint48(wh);
        if (shown < FIVE_DIGITS) return;
        shown -= FIVE_DIGITS;
        hasRolledOver = true;
    }

    function read() private {
        if (hasRolledOver) rollOverOn(day, shown, FIVE_DIGITS);
        else if (day % 2 == 0) readOn(day, HOME, shown);
        else assertEq(recordBatch(day, shown), 1);
        hasRolledOver = false;
    }

    function estimate(uint48 wh) private {
        uint48 own = uint48(uint64(int64(uint64(logical())) - offset())) + wh;
        attempt(abi.encodeCall(billing.estimateReading, (HOME, own, midnight(day))));
    }

    function bill() private {
        attempt(abi.encodeCall(billing.issueBill, (HOME)));
    }

    function exchange(uint48 next) private {
        if (hasRolledOver) read();
        exchangeOn(day, shown, next, address(0));
        shown = next;
    }

    function misread(uint48 wh, bool isBilledFirst) private {
        if (hasRolledOver) return read();
        confirmOn(day, shown + wh);
        if (isBilledFirst) bill();
        int64 before = offset();
        vm.prank(operator);
        billing.correctReading(HOME, shown, "Misread.");
        overbilled += uint64(offset() - before);
    }

    function attempt(bytes memory call) private {
        vm.prank(operator);
        (bool done,) = address(billing).call(call);
        done;
    }
}
