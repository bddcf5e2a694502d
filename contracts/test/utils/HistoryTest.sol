// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IElectricityBilling} from "../../src/interfaces/IElectricityBilling.sol";
import {BillingTest} from "./BillingTest.sol";
import {Vm} from "forge-std/Vm.sol";

/// @dev Keeps events with their blocks, and walks them as a browser does: newest first, block by block, each hop to the least `previousBlock`
/// among the block's events of that connection.
abstract contract HistoryTest is BillingTest {
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

    /// @dev The last field of every linked event that has no text; the registration ends both chains.
    function previousBlock(Vm.Log storage log) private view returns (uint256 previous) {
        if (log.topics[0] == IElectricityBilling.ConnectionRegistered.selector) return 0;
        bytes memory data = log.data;
        if (log.topics[0] == IElectricityBilling.CreditNoteIssued.selector) {
            (,, previous,) = abi.decode(data, (uint64, uint64, uint32, string));
            return previous;
        }
        assembly ("memory-safe") {
            previous := mload(add(data, mload(data)))
        }
    }

    function isMoney(bytes32 topic) internal pure returns (bool) {
        return topic == IElectricityBilling.ConnectionRegistered.selector
            || topic == IElectricityBilling.BillIssued.selector || topic == IElectricityBilling.PaymentReceived.selector
            || topic == IElectricityBilling.AdvanceRefunded.selector || topic == IElectricityBilling.HandedOver.selector
            || topic == IElectricityBilling.CreditNoteIssued.selector;
    }

    function isReading(bytes32 topic) internal pure returns (bool) {
        return topic == IElectricityBilling.ConnectionRegistered.selector
            || topic == IElectricityBilling.ReadingRecorded.selector;
    }
}
