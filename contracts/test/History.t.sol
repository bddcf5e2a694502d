// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {HistoryTest} from "./utils/HistoryTest.sol";

/// @dev The events of a connection, found again from its heads alone.
contract HistoryOfAConnectionTest is HistoryTest {
    uint64 private constant NEIGHBOUR = HOME + 1;

    function test_ANewConnection() public {
        registerConnection(HOME, holder, FLAT);
        keep();
        assertWalksFindAll(HOME);
        assertEq(count(HOME, isMoney), 1);
    }

    function test_OneEventABlock() public {
        registerConnection(HOME, holder, FLAT);
        registerConnection(NEIGHBOUR, holder, FLAT);
        keep();
        for (uint256 month = 1; month <= 4; ++month) {
            goToDay(month * 31);
            readOn(month * 31, HOME, uint48(month * 100_000));
            keep();
            vm.roll(block.number + 1);
            issueBill(HOME);
            keep();
            vm.roll(block.number + 1);
            pay(stranger, HOME, 600 * RUPEE);
            pay(stranger, NEIGHBOUR, 1);
            keep();
        }
        vm.roll(block.number + 1);
        refund(HOME, 400 * RUPEE);
        keep();
        // Registration, four bills, four payments, a refund; a registration and four readings.
        assertEq(count(HOME, isMoney), 10);
        assertEq(count(HOME, isReading), 5);
        assertWalksFindAll(HOME);
        assertWalksFindAll(NEIGHBOUR);
    }

    function test_AllInTheBlockOfTheRegistration() public {
        vm.warp(START + 31 days);
        registerConnection(HOME, holder, FLAT);
        pay(holder, HOME, 1000 * RUPEE);
        readOn(10, HOME, 10_000);
        readOn(31, HOME, 100_000);
        issueBill(HOME);
        refund(HOME, 500 * RUPEE);
        keep();
        assertEq(count(HOME, isMoney), 4);
        assertEq(count(HOME, isReading), 3);
        assertWalksFindAll(HOME);
    }

    function test_SeveralInOneBlock() public {
        registerConnection(HOME, holder, FLAT);
        keep();
        goToDay(31);
        readOn(20, HOME, 100_000);
        readOn(31, HOME, 200_000);
        issueBill(HOME);
        pay(holder, HOME, 700 * RUPEE);
        pay(stranger, HOME, 700 * RUPEE);
        refund(HOME, 400 * RUPEE);
        handOver(stranger);
        handOver(holder);
        keep();
        goToDay(40);
        pay(holder, HOME, 1);
        pay(holder, HOME, 1);
        keep();
        assertEq(count(HOME, isMoney), 9);
        assertWalksFindAll(HOME);
    }

    /// @dev Any sequence of actions, some in one block and some blocks apart.
    function testFuzz_AnySequence(uint8[40] memory actions) public {
        registerConnection(HOME, holder, FLAT);
        registerConnection(NEIGHBOUR, stranger, FLAT);
        keep();
        uint256 day;
        for (uint256 i; i < actions.length; ++i) {
            uint256 action = actions[i] % 8;
            uint64 number = actions[i] % 3 == 0 ? NEIGHBOUR : HOME;
            if (action == 0) {
                goToDay(++day);
            } else if (action == 1) {
                goToDay(day += 28);
            } else if (action == 2) {
                attempt(
                    reader, abi.encodeCall(billing.recordReading, (number, uint48(day * 1000), uint32(block.timestamp)))
                );
            } else if (action == 3) {
                attempt(operator, abi.encodeCall(billing.issueBill, (number)));
            } else if (action == 4) {
                pay(stranger, number, 100 * RUPEE);
            } else if (action == 5) {
                attempt(billing.connection(number).holder, abi.encodeCall(billing.refundAdvance, (number, 30 * RUPEE)));
            } else if (action == 6) {
                handOver(number == HOME ? stranger : holder);
            } else {
                vm.roll(block.number + 1);
            }
            keep();
        }
        assertWalksFindAll(HOME);
        assertWalksFindAll(NEIGHBOUR);
    }

    function attempt(address caller, bytes memory call) private {
        vm.prank(caller);
        (bool done,) = address(billing).call(call);
        // A refusal has no event, which is all that matters here.
        done;
    }

    function handOver(address to) private {
        address from = billing.connection(HOME).holder;
        if (from == to) return;
        vm.prank(from);
        billing.offerHandover(HOME, to);
        vm.prank(to);
        billing.acceptHandover(HOME);
    }
}
