// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IConnectionLife} from "../src/interfaces/IConnectionLife.sol";
import {IElectricityBilling} from "../src/interfaces/IElectricityBilling.sol";
import {LifeTest} from "./utils/LifeTest.sol";

contract HandoverTest is LifeTest {
    address private heir = makeAddr("heir");

    function setUp() public override {
        super.setUp();
        billHome();
        goToDay(35);
    }

    function test_TheHolderOffers() public {
        IElectricityBilling.Connection memory expected = billing.connection(HOME);
        vm.expectEmit(address(billing));
        emit IElectricityBilling.HandoverOffered(HOME, holder, heir);
        offer(holder, heir);
        expected.offeredTo = heir;
        assertConnection(expected);
    }

    function test_TheOtherAccepts() public {
        offer(holder, heir);
        IElectricityBilling.Connection memory expected = billing.connection(HOME);
        vm.expectEmit(address(billing));
        emit IElectricityBilling.HandedOver(HOME, holder, heir, expected.headBlock);
        accept(heir);

        (expected.holder, expected.offeredTo) = (heir, address(0));
        expected.headBlock = uint32(block.number);
        assertConnection(expected);
        assertEq(expected.charged, 2500 * RUPEE);
        assertEq(billing.connectionsOf(holder, 0, 10).length, 0);
        assertEq(billing.connectionsOf(heir, 0, 10).length, 1);
        assertEq(billing.connectionsOf(heir, 0, 10)[0].number, HOME);
        assertTotals(1, 500_000, 2500 * RUPEE, 0, 0);
    }

    function test_AnAdvanceGoesAlong() public {
        pay(holder, HOME, 2600 * RUPEE);
        offer(holder, heir);
        accept(heir);
        refund(HOME, 100 * RUPEE);
        assertEq(heir.balance, 100 ether);
    }

    function test_TheHolderTakesTheOfferBack() public {
        offer(holder, heir);
        vm.expectEmit(address(billing));
        emit IElectricityBilling.HandoverOffered(HOME, holder, address(0));
        offer(holder, address(0));
        assertRefused(heir, acceptCall(HOME), notOffered(heir, address(0)));
    }

    function test_ANewOfferReplacesTheOld() public {
        offer(holder, stranger);
        offer(holder, heir);
        assertRefused(stranger, acceptCall(HOME), notOffered(stranger, heir));
        accept(heir);
    }

    function test_AnOfferIsGoodOnce() public {
        offer(holder, heir);
        accept(heir);
        offer(heir, holder);
        accept(holder);
        assertRefused(heir, acceptCall(HOME), notOffered(heir, address(0)));
    }

    function test_TheBoardOffersForAHolderWhoseWalletIsLost() public {
        vm.expectEmit(address(billing));
        emit IElectricityBilling.HandoverOffered(HOME, holder, heir);
        offer(operator, heir);
        accept(heir);
        assertEq(billing.connection(HOME).holder, heir);
    }

    function test_WhilePaused() public {
        pause();
        offer(holder, heir);
        accept(heir);
        assertEq(billing.connection(HOME).holder, heir);
    }

    function test_ManyOfOneWalletKeepTheirHolders() public {
        registerConnection(HOME + 1, holder, FLAT);
        registerConnection(HOME + 2, holder, FLAT);
        offer(holder, heir);
        accept(heir);
        IElectricityBilling.Connection[] memory left = billing.connectionsOf(holder, 0, 10);
        assertEq(left.length, 2);
        assertEq(left[0].number + left[1].number, HOME + 1 + HOME + 2);
        assertEq(left[0].holder, holder);
        assertEq(left[1].holder, holder);
    }

    /// @dev FinalBill.t.sol has the bill that the board issues before.
    function test_WhatIsNotBilledGoesAlong() public {
        readNext(40, 100);
        offer(holder, heir);
        vm.recordLogs();
        accept(heir);
        assertEq(vm.getRecordedLogs().length, 1);
        assertEq(billing.connection(HOME).bills, 1);
        goToDay(62);
        readOn(62, HOME, 700_000);
        assertEq(issueBill(HOME), 1000 * RUPEE);
    }

    function test_ItEndsWhatTheOldHolderProposed() public {
        vm.startPrank(holder);
        billing.proposeAgreement(HOME, 515);
        billing.proposePlan(HOME, 3, 30);
        vm.stopPrank();
        IConnectionLife.Standing memory standing = billing.standing(HOME);
        handOver(heir);
        standing.proposedAgreement = NO_AGREEMENT;
        (standing.proposedParts, standing.proposedInterval) = (0, 0);
        assertStanding(standing);
    }

    function test_PlanDisputeAndNoticeGoAlong() public {
        agreePlan(3, 30);
        dispute(1);
        IConnectionLife.Standing memory standing = billing.standing(HOME);
        handOver(heir);
        assertStanding(standing);
        goToDay(66);
        vm.prank(heir);
        billing.withdrawDispute(HOME);
        giveNotice();
        standing = billing.standing(HOME);
        assertEq(standing.noticeDay, START_DAY + 82);
        handOver(stranger);
        assertStanding(standing);
    }

    // ------------------------------------------------------------------ refusals

    function test_OfferOfAnUnknownConnection() public {
        assertRefused(holder, offerCall(7, heir), unknown(7));
    }

    function test_OfferByAStranger() public {
        assertRefused(stranger, offerCall(HOME, stranger), notHolder(stranger));
    }

    function test_OfferByAnotherRole() public {
        address[4] memory others = [admin, reader, treasurer, tariffOfficer];
        for (uint256 i; i < others.length; ++i) {
            assertRefused(others[i], offerCall(HOME, others[i]), notHolder(others[i]));
        }
    }

    function test_OfferToTheHolder() public {
        bytes memory reason = abi.encodeWithSelector(IElectricityBilling.SameHolder.selector, HOME, holder);
        assertRefused(holder, offerCall(HOME, holder), reason);
        assertRefused(operator, offerCall(HOME, holder), reason);
    }

    function test_TheBoardOffersAConnectionWithAnAdvance() public {
        pay(stranger, HOME, 2501 * RUPEE);
        assertRefused(operator, offerCall(HOME, heir), advanceInTheWay(RUPEE));
    }

    function test_AnAdvanceComesAfterTheBoardsOffer() public {
        offer(operator, heir);
        pay(holder, HOME, 2501 * RUPEE);
        assertRefused(heir, acceptCall(HOME), advanceInTheWay(RUPEE));
        refund(HOME, RUPEE);
        accept(heir);
    }

    function test_TheBoardTakesItsOfferBack() public {
        offer(operator, heir);
        pay(stranger, HOME, 2501 * RUPEE);
        offer(operator, address(0));
        assertRefused(heir, acceptCall(HOME), notOffered(heir, address(0)));
    }

    function test_TheHoldersOfferDoesNotServeTheBoard() public {
        offer(operator, heir);
        offer(holder, stranger);
        assertRefused(heir, acceptCall(HOME), notOffered(heir, stranger));
        // The holder's own offer takes the advance along.
        pay(holder, HOME, 2501 * RUPEE);
        accept(stranger);
    }

    function test_AcceptOfAnUnknownConnection() public {
        assertRefused(heir, acceptCall(7), unknown(7));
    }

    function test_AcceptWithoutAnOffer() public {
        assertRefused(heir, acceptCall(HOME), notOffered(heir, address(0)));
    }

    function test_AcceptByAnother() public {
        offer(holder, heir);
        assertRefused(stranger, acceptCall(HOME), notOffered(stranger, heir));
        assertRefused(operator, acceptCall(HOME), notOffered(operator, heir));
        assertRefused(holder, acceptCall(HOME), notOffered(holder, heir));
    }

    function accept(address caller) private {
        vm.prank(caller);
        billing.acceptHandover(HOME);
    }

    function offerCall(uint64 number, address to) private view returns (bytes memory) {
        return abi.encodeCall(billing.offerHandover, (number, to));
    }

    function acceptCall(uint64 number) private view returns (bytes memory) {
        return abi.encodeCall(billing.acceptHandover, (number));
    }

    function notOffered(address caller, address offeredTo) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IElectricityBilling.NotOffered.selector, HOME, caller, offeredTo);
    }

    function advanceInTheWay(uint64 advance) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IElectricityBilling.AdvanceInTheWay.selector, HOME, advance);
    }
}
