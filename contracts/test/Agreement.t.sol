// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IConnectionLife} from "../src/interfaces/IConnectionLife.sol";
import {IElectricityBilling} from "../src/interfaces/IElectricityBilling.sol";
import {LifeTest} from "./utils/LifeTest.sol";

/// @dev The connection is billed monthly and has one bill, up to day 31.
contract AgreementTest is LifeTest {
    uint16 private constant QUARTERLY = 515;
    uint16 private constant TEN_DAYS = 10;

    function setUp() public override {
        super.setUp();
        billHome();
        goToDay(40);
    }

    // ------------------------------------------------------------------ proposing and accepting

    function test_TheHolderProposes() public {
        proposes(holder, false);
    }

    function test_TheBoardProposes() public {
        proposes(operator, true);
    }

    function proposes(address caller, bool byBoard) private {
        IElectricityBilling.Connection memory expected = billing.connection(HOME);
        IConnectionLife.Standing memory standing = billing.standing(HOME);
        vm.expectEmit(address(billing));
        emit IConnectionLife.AgreementProposed(HOME, QUARTERLY, byBoard);
        propose(caller, QUARTERLY);

        (standing.proposedAgreement, standing.agreementByBoard) = (QUARTERLY, byBoard);
        assertStanding(standing);
        assertConnection(expected);
    }

    function test_TheBoardAccepts() public {
        accepts(holder, operator);
    }

    function test_TheHolderAccepts() public {
        accepts(operator, holder);
    }

    function accepts(address proposer, address other) private {
        propose(proposer, QUARTERLY);
        IElectricityBilling.Connection memory expected = billing.connection(HOME);
        IConnectionLife.Standing memory standing = billing.standing(HOME);
        goToDay(41);
        vm.expectEmit(address(billing));
        emit IConnectionLife.AgreementAccepted(HOME, QUARTERLY, 2, expected.headBlock);
        accept(other, QUARTERLY);

        (standing.proposedAgreement, standing.nextAgreement) = (NO_AGREEMENT, QUARTERLY);
        assertStanding(standing);
        // Still monthly.
        expected.headBlock = uint32(block.number);
        assertConnection(expected);
        assertTotals(1, 500_000, 2500 * RUPEE, 0, 0);
    }

    function test_OnlyTheOtherSideAccepts() public {
        propose(holder, QUARTERLY);
        refusedAccept(holder, QUARTERLY, notTheOtherSide(holder));
        propose(operator, TEN_DAYS);
        refusedAccept(operator, TEN_DAYS, notTheOtherSide(operator));
    }

    /// @dev A holder who works for the board is the holder of this connection, and nothing else.
    function test_OneWalletIsBoth() public {
        bytes32 role = billing.OPERATOR_ROLE();
        vm.prank(admin);
        billing.grantRole(role, holder);
        vm.expectEmit(address(billing));
        emit IConnectionLife.AgreementProposed(HOME, QUARTERLY, false);
        propose(holder, QUARTERLY);
        refusedAccept(holder, QUARTERLY, notTheOtherSide(holder));
        accept(operator, QUARTERLY);
        propose(operator, TEN_DAYS);
        accept(holder, TEN_DAYS);
    }

    function test_AProposalThatChangesUnderTheOtherSide() public {
        propose(operator, QUARTERLY);
        propose(operator, TEN_DAYS);
        refusedAccept(holder, QUARTERLY, notProposed());
        accept(holder, TEN_DAYS);
        assertEq(billing.standing(HOME).nextAgreement, TEN_DAYS);
    }

    function test_ACounterProposalTakesTheFirstOnesPlace() public {
        propose(holder, QUARTERLY);
        propose(operator, TEN_DAYS);
        refusedAccept(operator, QUARTERLY, notProposed());
        accept(holder, TEN_DAYS);
    }

    function test_TheSameProposedByBothIsTheLaterOnes() public {
        propose(holder, QUARTERLY);
        propose(operator, QUARTERLY);
        refusedAccept(operator, QUARTERLY, notTheOtherSide(operator));
        accept(holder, QUARTERLY);
    }

    function test_NothingIsAcceptedTwice() public {
        refusedAccept(holder, QUARTERLY, notProposed());
        propose(operator, QUARTERLY);
        accept(holder, QUARTERLY);
        refusedAccept(holder, QUARTERLY, notProposed());
        refusedAccept(operator, QUARTERLY, notProposed());
    }

    function test_WhilePaused() public {
        pause();
        agree(QUARTERLY);
        assertEq(billing.standing(HOME).nextAgreement, QUARTERLY);
    }

    /// @dev Nobody is bound by what another holder proposed.
    function test_AHandoverEndsAProposal() public {
        propose(holder, QUARTERLY);
        handOver(stranger);
        refusedAccept(operator, QUARTERLY, notProposed());
        assertEq(billing.standing(HOME).proposedAgreement, NO_AGREEMENT);
    }

    // ------------------------------------------------------------------ in force

    function test_TheRunningPeriodEndsAsAgreedBefore() public {
        agree(QUARTERLY);
        refusedOn(58, 59);
        billedOn(62);
        IElectricityBilling.Connection memory c = billing.connection(HOME);
        assertEq(c.agreement, QUARTERLY);
        assertEq(billing.standing(HOME).nextAgreement, NO_AGREEMENT);
        refusedOn(145, 146);
        billedOn(146);
        assertEq(billing.connection(HOME).agreement, QUARTERLY);
    }

    function test_InARunAsInASingleBill() public {
        agree(QUARTERLY);
        uint256[] memory numbers = new uint256[](1);
        numbers[0] = HOME;
        readNext(58, 1);
        vm.expectEmit(address(billing));
        emit IElectricityBilling.BillRejected(HOME, periodNotOver(58, 59));
        vm.prank(operator);
        assertEq(billing.issueBills(numbers), 0);
        readNext(62, 1);
        vm.prank(operator);
        assertEq(billing.issueBills(numbers), 1);
        assertEq(billing.connection(HOME).agreement, QUARTERLY);
        readNext(93, 1);
        vm.prank(operator);
        assertEq(billing.issueBills(numbers), 0);
    }

    function test_MonthlyQuarterlyTenDaysPrepaidMonthly() public {
        agree(QUARTERLY);
        billedOn(62);
        agree(TEN_DAYS);
        refusedOn(145, 146);
        billedOn(153);
        assertEq(billing.connection(HOME).agreement, TEN_DAYS);
        agree(PREPAID);
        refusedOn(162, 163);
        billedOn(163);
        assertEq(billing.connection(HOME).agreement, PREPAID);
        billedOn(164);
        agree(MONTHLY);
        billedOn(165);
        assertEq(billing.connection(HOME).agreement, MONTHLY);
        refusedOn(192, 193);
        billedOn(193);
        assertEq(billing.connection(HOME).bills, 7);
        // 500 units, then one for each of nine readings.
        assertEq(billing.totals().billed, (2500 + 9 * 5) * RUPEE);
    }

    function test_ALaterOneBeforeTheBillTakesTheFirstOnesPlace() public {
        agree(QUARTERLY);
        agree(TEN_DAYS);
        billedOn(62);
        assertEq(billing.connection(HOME).agreement, TEN_DAYS);
    }

    function test_ThePresentOneBeforeTheBillCallsTheChangeOff() public {
        agree(QUARTERLY);
        agree(MONTHLY);
        billedOn(62);
        assertEq(billing.connection(HOME).agreement, MONTHLY);
        refusedOn(89, 90);
    }

    function test_AfterTheFinalBillOfAHandover() public {
        agree(QUARTERLY);
        readNext(45, 10);
        offer(holder, stranger);
        issueFinalBill();
        assertEq(billing.connection(HOME).agreement, QUARTERLY);
        refusedOn(128, 129);
    }

    // ------------------------------------------------------------------ refusals

    function test_TheSame() public {
        refusedPropose(holder, MONTHLY, same(MONTHLY));
        refusedPropose(operator, MONTHLY, same(MONTHLY));
        agree(QUARTERLY);
        refusedPropose(holder, QUARTERLY, same(QUARTERLY));
    }

    function testFuzz_WhatIsNone(uint16 agreement) public {
        if (agreement == MONTHLY) ++agreement;
        if (agreement < 512 || agreement > 512 && agreement <= 524) {
            agree(agreement);
            assertEq(billing.standing(HOME).nextAgreement, agreement);
        } else {
            refusedPropose(holder, agreement, bad(agreement));
            refusedAccept(operator, agreement, notProposed());
        }
    }

    function test_AtTheBounds() public {
        uint16[8] memory bounds = [uint16(0), 1, 511, 512, 513, 524, 525, type(uint16).max];
        for (uint256 i; i < bounds.length; ++i) {
            testFuzz_WhatIsNone(bounds[i]);
        }
    }

    function test_AnUnknownConnection() public {
        assertRefused(holder, abi.encodeCall(billing.proposeAgreement, (7, QUARTERLY)), unknown(7));
        assertRefused(operator, abi.encodeCall(billing.acceptAgreement, (7, QUARTERLY)), unknown(7));
    }

    function test_AClosedConnection() public {
        propose(holder, QUARTERLY);
        close();
        refusedPropose(holder, TEN_DAYS, closed());
        refusedPropose(operator, TEN_DAYS, closed());
        refusedAccept(operator, QUARTERLY, closed());
    }

    function test_ByAnyoneElse() public {
        propose(holder, QUARTERLY);
        address[5] memory others = [admin, reader, treasurer, tariffOfficer, stranger];
        for (uint256 i; i < others.length; ++i) {
            refusedPropose(others[i], TEN_DAYS, notTheOtherSide(others[i]));
            refusedAccept(others[i], QUARTERLY, notTheOtherSide(others[i]));
        }
    }

    // ------------------------------------------------------------------ helpers

    function propose(address caller, uint16 agreement) private {
        vm.prank(caller);
        billing.proposeAgreement(HOME, agreement);
    }

    function accept(address caller, uint16 agreement) private {
        vm.prank(caller);
        billing.acceptAgreement(HOME, agreement);
    }

    function agree(uint16 agreement) private {
        propose(holder, agreement);
        accept(operator, agreement);
    }

    function billedOn(uint256 day) private {
        readNext(day, 1);
        issueBill(HOME);
    }

    /// @dev A reading on a day ends no bill, since none may end before another day.
    function refusedOn(uint256 day, uint256 earliest) private {
        readNext(day, 1);
        assertRefused(operator, abi.encodeCall(billing.issueBill, (HOME)), periodNotOver(day, earliest));
    }

    function refusedPropose(address caller, uint16 agreement, bytes memory reason) private {
        assertRefused(caller, abi.encodeCall(billing.proposeAgreement, (HOME, agreement)), reason);
    }

    function refusedAccept(address caller, uint16 agreement, bytes memory reason) private {
        assertRefused(caller, abi.encodeCall(billing.acceptAgreement, (HOME, agreement)), reason);
    }

    function same(uint16 agreement) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IConnectionLife.SameAgreement.selector, HOME, agreement);
    }

    function bad(uint16 agreement) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IElectricityBilling.BadAgreement.selector, agreement);
    }
}
