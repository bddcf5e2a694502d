// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IElectricityBilling} from "../src/interfaces/IElectricityBilling.sol";
import {HistoryTest} from "./utils/HistoryTest.sol";

/// @dev The events of a connection, found again from its heads alone.
contract HistoryOfAConnectionTest is HistoryTest {
    uint64 private constant NEIGHBOUR = HOME + 1;
    uint256 private gaps;

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

    // ------------------------------------------------------------------ each event, apart or in one block

    function testFuzz_Readings(uint16 gaps_) public {
        goToDay(31);
        begin(gaps_, FLAT);
        readOn(10, HOME, 100_000);
        next();
        exchangeOn(12, 110_000, 5000, address(0));
        next();
        exchangeOn(12, 5000, 9000, address(0));
        next();
        readOn(14, HOME, 20_000);
        next();
        correct(12_000);
        next();
        rollOverOn(16, 1000, 13_000);
        next();
        estimateOn(18, 50_000);
        next();
        readOn(20, HOME, 2000);
        next();
        // An exchange that reads the meter, and a rollover, have two events.
        assertFound(1, 11);
    }

    function testFuzz_BillsOnArrears(uint16 gaps_) public {
        begin(gaps_, APDCL);
        billOn(31, 100_000);
        billOn(62, 200_000);
        billOn(124, 400_000);
        // The second with a surcharge, the third over two periods too.
        assertFound(1 + 1 + 2 + 3, 4);
    }

    function testFuzz_ATrueUp(uint16 gaps_) public {
        begin(gaps_, FLAT);
        for (uint256 month = 1; month < 3; ++month) {
            goToDay(month * 31);
            estimateOn(month * 31, uint48(month * 100_000));
            issueBill(HOME);
            next();
            pay(stranger, HOME, 250 * RUPEE);
            next();
        }
        billOn(93, 50_000);
        assertEq(billing.connection(HOME).credited, 1250 * RUPEE);
        assertFound(1 + 4 + 2, 4);
    }

    function testFuzz_AnAgreement(uint16 gaps_) public {
        begin(gaps_, FLAT);
        vm.prank(holder);
        billing.proposeAgreement(HOME, 30);
        vm.prank(operator);
        billing.acceptAgreement(HOME, 30);
        next();
        billOn(31, 100_000);
        assertFound(3, 2);
    }

    function testFuzz_APlan(uint16 gaps_) public {
        begin(gaps_, FLAT);
        billOn(31, 100_000);
        vm.prank(holder);
        billing.proposePlan(HOME, 5, 30);
        vm.prank(operator);
        billing.acceptPlan(HOME, 5, 30);
        next();
        pay(holder, HOME, 100 * RUPEE);
        next();
        assertFound(4, 2);
    }

    function testFuzz_Disputes(uint16 gaps_) public {
        begin(gaps_, FLAT);
        for (uint16 bill = 1; bill < 4; ++bill) {
            billOn(bill * 31, bill * 100_000);
            vm.prank(holder);
            billing.openDispute(HOME, bill, RUPEE, keccak256("why"));
            next();
            endDispute(HOME, bill % 3);
            next();
        }
        // Three bills, disputed and decided, and a credit note.
        assertFound(1 + 9 + 1, 4);
    }

    function testFuzz_NoticeAndClosing(uint16 gaps_) public {
        begin(gaps_, FLAT);
        billOn(31, 100_000);
        goToDay(50);
        vm.prank(operator);
        billing.giveNotice(HOME);
        next();
        pay(holder, HOME, 5000 * RUPEE);
        next();
        goToDay(60);
        readOn(60, HOME, 150_000);
        close();
        next();
        // The last bill, the end, and the advance back.
        assertFound(1 + 3 + 3, 3);
    }

    // ------------------------------------------------------------------ any sequence

    /// @dev Any sequence of actions, some in one block and some blocks apart.
    function testFuzz_AnySequence(uint8[48] memory actions) public {
        registerConnection(HOME, holder, APDCL);
        registerConnection(NEIGHBOUR, stranger, FLAT);
        keep();
        uint256 day;
        for (uint256 i; i < actions.length; ++i) {
            uint256 action = actions[i] % 24;
            uint64 number = actions[i] % 5 == 0 ? NEIGHBOUR : HOME;
            if (action == 0) goToDay(++day);
            else if (action == 1) goToDay(day += 28);
            else if (action == 2) vm.roll(block.number + 1);
            else if (action < 9) meterAction(action, number, actions[i] > 127);
            else if (action < 15) moneyAction(action, number);
            else arrangement(action, number, i);
            keep();
        }
        assertWalksFindAll(HOME);
        assertWalksFindAll(NEIGHBOUR);
    }

    /// @dev Reads now, or half way since the last reading: then several fit into a block.
    function meterAction(uint256 action, uint64 number, bool isNow) private {
        IElectricityBilling.Connection memory c = billing.connection(number);
        uint48 own = uint48(uint64(int64(uint64(c.register)) - billing.standing(number).registerOffset));
        uint32 time = isNow ? uint32(block.timestamp) : uint32((block.timestamp + c.readAt + 1) / 2);
        if (action < 5) attempt(reader, abi.encodeCall(billing.recordReading, (number, own + 1000, time)));
        else if (action == 5) attempt(operator, abi.encodeCall(billing.estimateReading, (number, own + 2000, time)));
        else if (action == 6) attempt(operator, abi.encodeCall(billing.recordRollover, (number, 0, time, own + 1)));
        else if (action == 7) attempt(operator, abi.encodeCall(billing.correctReading, (number, own / 2, "Wrong.")));
        else attempt(operator, abi.encodeCall(billing.exchangeMeter, (number, own, 5, time, address(0))));
    }

    function moneyAction(uint256 action, uint64 number) private {
        address from = billing.connection(number).holder;
        uint16 bill = billing.connection(number).bills;
        if (action < 11) attempt(operator, abi.encodeCall(billing.issueBill, (number)));
        else if (action == 11) pay(stranger, number, 100 * RUPEE);
        else if (action == 12) attempt(from, abi.encodeCall(billing.refundAdvance, (number, 30 * RUPEE)));
        else if (action == 13) handOver(number == HOME ? stranger : holder);
        else attempt(operator, abi.encodeCall(billing.issueCreditNote, (number, bill, RUPEE, "Goodwill.")));
    }

    function arrangement(uint256 action, uint64 number, uint256 i) private {
        address from = billing.connection(number).holder;
        if (action < 17) {
            attempt(from, abi.encodeCall(billing.proposeAgreement, (number, uint16(28 + i))));
            attempt(operator, abi.encodeCall(billing.acceptAgreement, (number, uint16(28 + i))));
        } else if (action == 17) {
            attempt(operator, abi.encodeCall(billing.proposePlan, (number, 3, 30)));
            attempt(from, abi.encodeCall(billing.acceptPlan, (number, 3, 30)));
        } else if (action < 20) {
            attempt(from, abi.encodeCall(billing.openDispute, (number, billing.connection(number).bills, 1, 0)));
        } else if (action < 22) {
            if (billing.standing(number).disputedBill != 0) endDispute(number, i % 3);
        } else if (action == 22) {
            attempt(operator, abi.encodeCall(billing.giveNotice, (number)));
        } else if (i > 32) {
            attempt(operator, abi.encodeCall(billing.closeConnection, (number)));
        }
    }

    // ------------------------------------------------------------------ completeness

    /// @dev The walks above know every event that names the block of one before, and where it does.
    function test_EveryLinkedEventIsWalked() public {
        assertEq(linkedEvents("IElectricityBilling"), 6);
        assertEq(linkedEvents("IConnectionLife"), 11);
    }

    function linkedEvents(string memory name) private view returns (uint256 found) {
        string memory json = vm.readFile(string.concat(vm.projectRoot(), "/out/test/", name, ".sol/", name, ".json"));
        for (uint256 i; vm.keyExistsJson(json, entry(".abi", i)); ++i) {
            string memory item = entry(".abi", i);
            if (!isText(json, string.concat(item, ".type"), "event")) continue;
            (bytes32 topic, uint256 field, uint256 fields) = eventOf(json, item);
            if (field == fields) continue;
            ++found;
            assertTrue(isMoney(topic) != isReading(topic), item);
            assertEq(fieldBeforeText(topic), field == fields - 1 ? 0 : field, item);
        }
    }

    /// @dev Its topic, which of its fields is `previousBlock` (none: their number), and how many it has.
    function eventOf(string memory json, string memory item)
        private
        view
        returns (bytes32 topic, uint256 field, uint256 fields)
    {
        string memory signature = vm.parseJsonString(json, string.concat(item, ".name"));
        string memory inputs = string.concat(item, ".inputs");
        field = type(uint256).max;
        for (uint256 i; vm.keyExistsJson(json, entry(inputs, i)); ++i) {
            string memory input = entry(inputs, i);
            string memory type_ = vm.parseJsonString(json, string.concat(input, ".type"));
            signature = string.concat(signature, i == 0 ? "(" : ",", type_);
            if (isText(json, string.concat(input, ".name"), "previousBlock")) field = fields;
            if (!vm.parseJsonBool(json, string.concat(input, ".indexed"))) ++fields;
        }
        topic = keccak256(bytes(string.concat(signature, ")")));
        if (field > fields) field = fields;
    }

    function isText(string memory json, string memory path, string memory text) private pure returns (bool) {
        return keccak256(bytes(vm.parseJsonString(json, path))) == keccak256(bytes(text));
    }

    function entry(string memory list, uint256 i) private pure returns (string memory) {
        return string.concat(list, "[", vm.toString(i), "]");
    }

    // ------------------------------------------------------------------ doing

    /// @dev Registers HOME. Bit i of `gaps_` tells whether a block lies between step i and the next.
    function begin(uint16 gaps_, uint16 category) private {
        gaps = gaps_;
        registerConnection(HOME, holder, category);
        next();
    }

    function next() private {
        keep();
        if (gaps % 2 == 1) vm.roll(block.number + 1);
        gaps >>= 1;
    }

    function assertFound(uint256 money, uint256 readings) private view {
        assertEq(count(HOME, isMoney), money);
        assertEq(count(HOME, isReading), readings);
        assertWalksFindAll(HOME);
    }

    function billOn(uint256 day, uint48 register) private {
        goToDay(day);
        readOn(day, HOME, register);
        issueBill(HOME);
        next();
    }

    function correct(uint48 register) private {
        vm.prank(operator);
        billing.correctReading(HOME, register, "A 5 was taken for a 3.");
    }

    function endDispute(uint64 number, uint256 how) private {
        address from = billing.connection(number).holder;
        if (how == 0) attempt(from, abi.encodeCall(billing.withdrawDispute, (number)));
        else if (how == 1) attempt(operator, abi.encodeCall(billing.rejectDispute, (number, "Rightly billed.")));
        else attempt(operator, abi.encodeCall(billing.upholdDispute, (number, RUPEE, "Wrongly billed.")));
    }

    function attempt(address caller, bytes memory call) private {
        keep();
        vm.prank(caller);
        (bool done,) = address(billing).call(call);
        // A refusal has no event, but forge keeps those it took back.
        if (!done) vm.getRecordedLogs();
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
