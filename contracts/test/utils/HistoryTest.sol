// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IConnectionLife} from "../../src/interfaces/IConnectionLife.sol";
import {IElectricityBilling} from "../../src/interfaces/IElectricityBilling.sol";
import {MeterTest} from "./MeterTest.sol";
import {Vm} from "forge-std/Vm.sol";

/// @dev Keeps events with their blocks, and walks them as a browser does: newest first, block by block, each hop to the least `previousBlock`
/// among the block's events of that connection.
abstract contract HistoryTest is MeterTest {
    mapping(uint256 blockNumber => Vm.Log[]) private entries;
    uint256[] private blocks;

    function setUp() public virtual override {
        super.setUp();
        vm.recordLogs();
    }

    /// @dev Files what was logged since the last time under the current block. To be called before time goes on.
    function keep() internal {
        Vm.Log[] memory fresh = vm.getRecordedLogs();
        if (entries[block.number].length == 0 && fresh.length != 0) blocks.push(block.number);
        for (uint256 i; i < fresh.length; ++i) {
            entries[block.number].push(fresh[i]);
        }
    }

    /// @dev Both walks find every event of the connection exactly once.
    function assertWalksFindAll(uint64 number) internal view {
        IElectricityBilling.Connection memory c = billing.connection(number);
        assertEq(walk(number, c.headBlock, isMoney), count(number, isMoney), "money events");
        assertEq(walk(number, c.readingBlock, isReading), count(number, isReading), "reading events");
    }

    function walk(uint64 number, uint256 head, function(bytes32) view returns (bool) wanted)
        private
        view
        returns (uint256 found)
    {
        while (head != 0) {
            uint256 next = type(uint256).max;
            for (uint256 i; i < entries[head].length; ++i) {
                Vm.Log storage log = entries[head][i];
                if (!concerns(log, number, wanted)) continue;
                ++found;
                uint256 previous = previousBlock(log);
                if (previous < next) next = previous;
            }
            // A block that the walk is sent to has events, and each hop goes back: no block is visited twice.
            assertLt(next, head, "a hop that leads nowhere or not back");
            head = next;
        }
    }

    function count(uint64 number, function(bytes32) view returns (bool) wanted) internal view returns (uint256 found) {
        for (uint256 i; i < blocks.length; ++i) {
            for (uint256 j; j < entries[blocks[i]].length; ++j) {
                if (concerns(entries[blocks[i]][j], number, wanted)) ++found;
            }
        }
    }

    function concerns(Vm.Log storage log, uint64 number, function(bytes32) view returns (bool) wanted)
        private
        view
        returns (bool)
    {
        return log.emitter == address(billing) && wanted(log.topics[0]) && uint256(log.topics[1]) == number;
    }

    function previousBlock(Vm.Log storage log) private view returns (uint256 previous) {
        if (log.topics[0] == IElectricityBilling.ConnectionRegistered.selector) return 0;
        bytes memory data = log.data;
        uint256 field = fieldBeforeText(log.topics[0]);
        if (field == 0) field = data.length / 32 - 1;
        assembly ("memory-safe") {
            previous := mload(add(data, shl(5, add(field, 1))))
        }
    }

    /// @dev Which field `previousBlock` is in an event that ends with a text; zero for others, where it is the last.
    function fieldBeforeText(bytes32 topic) internal pure returns (uint256) {
        if (topic == IElectricityBilling.CreditNoteIssued.selector) return 2;
        if (topic == IConnectionLife.DisputeEnded.selector) return 1;
        return topic == IConnectionLife.ReadingCorrected.selector ? 5 : 0;
    }

    function isMoney(bytes32 topic) internal pure returns (bool) {
        return topic == IElectricityBilling.ConnectionRegistered.selector
            || topic == IElectricityBilling.BillIssued.selector || topic == IElectricityBilling.PaymentReceived.selector
            || topic == IElectricityBilling.AdvanceRefunded.selector || topic == IElectricityBilling.HandedOver.selector
            || topic == IElectricityBilling.CreditNoteIssued.selector || isArranged(topic);
    }

    function isArranged(bytes32 topic) private pure returns (bool) {
        return topic == IConnectionLife.AgreementAccepted.selector || topic == IConnectionLife.SurchargeCharged.selector
            || topic == IConnectionLife.SpanBilled.selector || topic == IConnectionLife.PlanAgreed.selector
            || topic == IConnectionLife.DisputeOpened.selector || topic == IConnectionLife.DisputeEnded.selector
            || topic == IConnectionLife.NoticeGiven.selector || topic == IConnectionLife.ConnectionClosed.selector;
    }

    function isReading(bytes32 topic) internal pure returns (bool) {
        return topic == IElectricityBilling.ConnectionRegistered.selector
            || topic == IElectricityBilling.ReadingRecorded.selector || topic == IConnectionLife.MeterExchanged.selector
            || topic == IConnectionLife.MeterRolledOver.selector || topic == IConnectionLife.ReadingCorrected.selector;
    }
}
