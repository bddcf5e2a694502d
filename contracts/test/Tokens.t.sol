// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IElectricityBilling} from "../src/interfaces/IElectricityBilling.sol";
import {BillingTest} from "./utils/BillingTest.sol";
import {Contracts} from "./utils/Contracts.sol";
import {Moody, Reentering} from "./utils/Receivers.sol";
import {
    BlockingToken,
    CallingToken,
    FalseToken,
    FeeToken,
    GreedyToken,
    SilentToken,
    Token,
    TokenWithoutPermit
} from "./utils/Tokens.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ERC20} from "solady/tokens/ERC20.sol";

/// @dev Settlement in an ERC-20. After each test the contract has just what the ledger says.
contract TokensTest is BillingTest {
    uint256 private constant HOLDER_KEY = 0xB0B;
    bytes32 private constant PERMIT =
        keccak256("Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)");

    Token private token;
    uint256 private unit;
    uint256 private step;

    function setUp() public override {
        super.setUp();
        holder = vm.addr(HOLDER_KEY);
        settleIn(new Token(6), 1, 1);
    }

    /// @dev Whatever a test did, what the contract has is the board's balance, and what of payments the board has not collected or has to give back.
    modifier conserves() {
        _;
        uint256 owed = billing.totals().boardBalance;
        IElectricityBilling.Connection[] memory list = billing.connections(0, 10);
        for (uint256 i; i < list.length; ++i) {
            owed += list[i].credited - list[i].collected;
        }
        assertEq(token.balanceOf(address(billing)) * step, owed * unit, "conservation");
        assertEq(address(billing).balance, 0);
    }

    function settleIn(Token token_, uint256 unit_, uint96 step_) private {
        (token, unit, step) = (token_, unit_, step_);
        billing = Contracts.billing(admin, book, address(token), unit, step_, 150);
        vm.startPrank(admin);
        billing.grantRole(billing.OPERATOR_ROLE(), operator);
        billing.grantRole(billing.READER_ROLE(), reader);
        billing.grantRole(billing.TREASURER_ROLE(), treasurer);
        vm.stopPrank();
        fund(holder);
        fund(stranger);
    }

    function fund(address wallet) private {
        token.mint(wallet, 1_000_000 * RUPEE / step * unit);
        vm.prank(wallet);
        token.approve(address(billing), type(uint256).max);
    }

    // ------------------------------------------------------------------ units

    function test_SixDecimals() public {
        aWholeLife();
    }

    function test_EighteenDecimals() public {
        settleIn(new Token(18), 1e12, 1);
        aWholeLife();
    }

    function test_TwoDecimals() public {
        settleIn(new Token(2), 1, 1e4);
        aWholeLife();
    }

    function test_NoDecimals() public {
        settleIn(new Token(0), 1, 1e6);
        aWholeLife();
    }

    function aWholeLife() private conserves {
        assertEq(billing.asset(), address(token));
        assertEq(billing.unit(), unit);
        assertEq(billing.step(), step);
        uint256 wallet = token.balanceOf(holder);
        billHome();
        IElectricityBilling.Connection memory expected = billing.connection(HOME);
        goToDay(35);
        vm.expectEmit(address(billing));
        emit IElectricityBilling.PaymentReceived(HOME, holder, 3000 * RUPEE, 3000 * RUPEE, expected.headBlock);
        payTokens(holder, 3000 * RUPEE);
        (expected.credited, expected.headBlock) = (3000 * RUPEE, uint32(block.number));
        assertConnection(expected);
        assertEq(token.balanceOf(holder), wallet - tokens(3000));
        assertEq(token.balanceOf(address(billing)), tokens(3000));

        refund(HOME, 100 * RUPEE);
        assertEq(token.balanceOf(holder), wallet - tokens(2900));
        collect(HOME);
        vm.expectEmit(address(billing));
        emit IElectricityBilling.Withdrawn(treasurer, 1500 * RUPEE, 1000 * RUPEE);
        withdraw(1500 * RUPEE);
        assertEq(token.balanceOf(treasurer), tokens(1500));

        uint32 head = billing.connection(HOME).headBlock;
        goToDay(36);
        vm.expectEmit(address(billing));
        emit IElectricityBilling.AdvanceRefunded(HOME, holder, 400 * RUPEE, 3000 * RUPEE, uint32(block.number));
        close();
        assertLt(head, billing.connection(HOME).headBlock);
        assertEq(token.balanceOf(holder), wallet - tokens(2500));
        assertEq(token.balanceOf(address(billing)), tokens(1000));
    }

    function test_ManyAtOnce() public conserves {
        billHome();
        registerConnection(HOME + 1, stranger, FLAT);
        uint256[] memory rows = new uint256[](2);
        (rows[0], rows[1]) = (payment(HOME, 2000 * RUPEE), payment(HOME + 1, 300 * RUPEE));
        uint256 wallet = token.balanceOf(stranger);
        vm.prank(stranger);
        assertEq(billing.payMany(rows), 2300 * RUPEE);
        assertEq(token.balanceOf(stranger), wallet - tokens(2300));
        assertEq(billing.connection(HOME + 1).credited, 300 * RUPEE);
    }

    function test_AnAmountThatTheAssetHasNoUnitFor() public {
        settleIn(new Token(0), 1, 1e6);
        notPayable();
        settleIn(new Token(2), 1, 1e4);
        notPayable();
    }

    function notPayable() private conserves {
        billHome();
        payTokens(holder, 3000 * RUPEE);
        collect(HOME);
        uint64[3] memory amounts = [uint64(1), uint64(step) - 1, RUPEE + 1];
        for (uint256 i; i < amounts.length; ++i) {
            bytes memory reason = abi.encodeWithSelector(IElectricityBilling.NotPayable.selector, amounts[i], step);
            refused(holder, abi.encodeCall(billing.pay, (HOME, amounts[i])), reason);
            refused(holder, abi.encodeCall(billing.payWithPermit, (HOME, amounts[i], 0, 0, 0, 0)), reason);
            refused(holder, abi.encodeCall(billing.refundAdvance, (HOME, amounts[i])), reason);
            refused(treasurer, abi.encodeCall(billing.withdraw, (amounts[i], treasurer)), reason);
        }
        // Nor where only the sum is: each has to be payable by itself.
        uint256[] memory rows = new uint256[](2);
        (rows[0], rows[1]) = (payment(HOME, 1), payment(HOME, uint64(step) - 1));
        refused(
            holder,
            abi.encodeCall(billing.payMany, (rows)),
            abi.encodeWithSelector(IElectricityBilling.NotPayable.selector, 1, step)
        );
    }

    function test_AnAdvanceThatTheAssetHasNoUnitForStaysAtClosing() public conserves {
        settleIn(new Token(0), 1, 1e6);
        registerConnection(HOME, holder, FLAT);
        payTokens(holder, 501 * RUPEE);
        goToDay(31);
        readOn(31, HOME, 100_100);
        assertEq(issueBill(HOME), 500.5e6);
        close();
        assertTrue(billing.standing(HOME).isClosed);
        assertEq(billing.connection(HOME).charged, 500.5e6);
    }

    function test_TheSmallestUnit() public conserves {
        settleIn(new Token(18), 1e12, 1);
        billHome();
        payTokens(holder, 1);
        assertEq(token.balanceOf(address(billing)), 1e12);
    }

    // ------------------------------------------------------------------ what pays

    function test_NoAllowanceOrNoMoney() public conserves {
        billHome();
        vm.prank(stranger);
        token.approve(address(billing), 1000 * RUPEE);
        bytes memory reason = abi.encodeWithSelector(ERC20.InsufficientAllowance.selector);
        refused(stranger, abi.encodeCall(billing.pay, (HOME, 1000 * RUPEE + 1)), reason);
        payTokens(stranger, 1000 * RUPEE);
        reason = abi.encodeWithSelector(ERC20.InsufficientBalance.selector);
        refused(holder, abi.encodeCall(billing.pay, (HOME, 1_000_000 * RUPEE + 1)), reason);
    }

    /// @dev Hole 1: nobody's allowance but the caller's own is drawn on.
    function test_TheAllowanceOfAnotherIsLeftAlone() public conserves {
        billHome();
        uint256 wallet = token.balanceOf(holder);
        payTokens(stranger, 2500 * RUPEE);
        assertEq(token.balanceOf(holder), wallet);
    }

    function test_CoinSentAlong() public conserves {
        billHome();
        bytes memory reason = abi.encodeWithSelector(IElectricityBilling.WrongValue.selector, 1, 0);
        refusedWithCoin(abi.encodeCall(billing.pay, (HOME, RUPEE)), reason);
        uint256[] memory rows = new uint256[](1);
        rows[0] = payment(HOME, RUPEE);
        refusedWithCoin(abi.encodeCall(billing.payMany, (rows)), reason);
        refusedWithCoin(abi.encodeCall(billing.payWithPermit, (HOME, RUPEE, 0, 0, 0, 0)), "");
    }

    function test_AsCoinItRefuses() public conserves {
        billHome();
        refused(
            holder,
            abi.encodeCall(billing.pay, (HOME, 0)),
            abi.encodeWithSelector(IElectricityBilling.ZeroAmount.selector)
        );
        refused(holder, abi.encodeCall(billing.pay, (7, RUPEE)), unknown(7));
    }

    // ------------------------------------------------------------------ permits

    function test_APermitPays() public conserves {
        billHome();
        noAllowance();
        IElectricityBilling.Connection memory expected = billing.connection(HOME);
        uint256 wallet = token.balanceOf(holder);
        vm.expectEmit(address(billing));
        emit IElectricityBilling.PaymentReceived(HOME, holder, 2000 * RUPEE, 2000 * RUPEE, expected.headBlock);
        payByPermit(2000 * RUPEE, block.timestamp);

        expected.credited = 2000 * RUPEE;
        assertConnection(expected);
        assertEq(token.balanceOf(holder), wallet - tokens(2000));
        assertEq(token.allowance(holder, address(billing)), 0);
        assertEq(token.nonces(holder), 1);
    }

    function test_APermitThatSomebodyElseHasUsed() public conserves {
        billHome();
        noAllowance();
        (uint8 v, bytes32 r, bytes32 s) = sign(2000 * RUPEE, block.timestamp);
        vm.prank(stranger);
        token.permit(holder, address(billing), 2000 * RUPEE, block.timestamp, v, r, s);
        vm.prank(holder);
        billing.payWithPermit(HOME, 2000 * RUPEE, block.timestamp, v, r, s);
        assertEq(billing.connection(HOME).credited, 2000 * RUPEE);
    }

    /// @dev Who brings another's permit draws on the own allowance only.
    function test_APermitOfAnothers() public conserves {
        billHome();
        noAllowance();
        (uint8 v, bytes32 r, bytes32 s) = sign(2000 * RUPEE, block.timestamp);
        uint256 wallet = token.balanceOf(holder);
        vm.prank(stranger);
        billing.payWithPermit(HOME, 2000 * RUPEE, block.timestamp, v, r, s);
        assertEq(token.balanceOf(holder), wallet);
        assertEq(token.allowance(holder, address(billing)), 0);
    }

    function test_AnExpiredPermit() public conserves {
        billHome();
        uint256 deadline = block.timestamp - 1;
        payByPermit(100 * RUPEE, deadline);
        assertEq(billing.connection(HOME).credited, 100 * RUPEE);
        noAllowance();
        (uint8 v, bytes32 r, bytes32 s) = sign(RUPEE, deadline);
        bytes memory reason = abi.encodeWithSelector(ERC20.InsufficientAllowance.selector);
        refused(holder, abi.encodeCall(billing.payWithPermit, (HOME, RUPEE, deadline, v, r, s)), reason);
    }

    function test_ATokenWithoutPermits() public {
        settleIn(Token(address(new TokenWithoutPermit())), 1, 1);
        paysByAllowance();
    }

    function paysByAllowance() private conserves {
        billHome();
        vm.prank(holder);
        billing.payWithPermit(HOME, 100 * RUPEE, block.timestamp, 27, 0, 0);
        assertEq(billing.connection(HOME).credited, 100 * RUPEE);
    }

    function test_NoPermitOfCoin() public {
        billing = Contracts.billing(admin, book, UNIT, 150);
        bytes memory call = abi.encodeCall(billing.payWithPermit, (HOME, RUPEE, 0, 0, 0, 0));
        assertRefused(holder, call, abi.encodeWithSelector(IElectricityBilling.NotAToken.selector));
    }

    // ------------------------------------------------------------------ tokens that behave otherwise

    function test_OneThatReturnsNothing() public {
        settleIn(new SilentToken(), 1, 1);
        aWholeLife();
    }

    function test_OneThatReturnsFalse() public {
        FalseToken other = new FalseToken();
        settleIn(other, 1, 1);
        billHome();
        payTokens(holder, 3000 * RUPEE);
        collect(HOME);
        other.refuse(true);
        refused(
            holder,
            abi.encodeCall(billing.pay, (HOME, RUPEE)),
            abi.encodeWithSelector(SafeERC20.SafeERC20FailedOperation.selector, token)
        );
        nothingGoesOut();
        other.refuse(false);
        takesItsAdvance();
    }

    function test_OneThatBlocksTheHolder() public {
        BlockingToken other = new BlockingToken();
        settleIn(other, 1, 1);
        billHome();
        payTokens(holder, 3000 * RUPEE);
        collect(HOME);
        other.setBlocked(holder, true);
        other.setBlocked(treasurer, true);
        nothingGoesOut();
        // It stands in nobody else's way.
        payTokens(stranger, RUPEE);
        refused(holder, abi.encodeCall(billing.refundAdvance, (HOME, RUPEE)), transferFailed(holder, RUPEE));
        other.setBlocked(holder, false);
        refund(HOME, RUPEE);
        takesItsAdvance();
    }

    /// @dev Closing goes through all the same.
    function nothingGoesOut() private conserves {
        refused(holder, abi.encodeCall(billing.refundAdvance, (HOME, 500 * RUPEE)), transferFailed(holder, 500 * RUPEE));
        refused(treasurer, abi.encodeCall(billing.withdraw, (RUPEE, treasurer)), transferFailed(treasurer, RUPEE));
        uint64 charged = billing.connection(HOME).charged;
        close();
        assertTrue(billing.standing(HOME).isClosed);
        assertEq(billing.connection(HOME).charged, charged);
        refused(holder, abi.encodeCall(billing.refundAdvance, (HOME, 500 * RUPEE)), transferFailed(holder, 500 * RUPEE));
    }

    function takesItsAdvance() private conserves {
        uint256 wallet = token.balanceOf(holder);
        refund(HOME, 500 * RUPEE);
        assertEq(token.balanceOf(holder), wallet + tokens(500));
    }

    function test_OneThatTakesAFee() public conserves {
        settleIn(new FeeToken(), 1, 1);
        billHome();
        refused(holder, abi.encodeCall(billing.pay, (HOME, 1000 * RUPEE)), wrongValue(990 * RUPEE, 1000 * RUPEE));
        uint256[] memory rows = new uint256[](1);
        rows[0] = payment(HOME, 1000 * RUPEE);
        refused(holder, abi.encodeCall(billing.payMany, (rows)), wrongValue(990 * RUPEE, 1000 * RUPEE));
    }

    // ------------------------------------------------------------------ tokens that call back

    /// @dev Nothing goes out that would take more than it says from what the contract holds.
    function test_OneThatTakesMoreFromTheSender() public conserves {
        GreedyToken greedy = new GreedyToken();
        settleIn(greedy, 1, 1);
        billHome();
        payTokens(holder, 2600 * RUPEE);
        collect(HOME);
        greedy.take();
        refused(treasurer, abi.encodeCall(billing.withdraw, (2500 * RUPEE, treasurer)), wrongValue(2525e6, 2500e6));
        refused(holder, abi.encodeCall(billing.refundAdvance, (HOME, 100 * RUPEE)), wrongValue(101e6, 100e6));
        refused(operator, abi.encodeCall(billing.closeConnection, (HOME)), wrongValue(101e6, 100e6));
    }

    function test_TheSenderPaysAgain() public conserves {
        Reentering wallet = callingWallet();
        wallet.prepare(address(billing), abi.encodeCall(billing.pay, (HOME, 500 * RUPEE)));
        wallet.execute(address(billing), 0, abi.encodeCall(billing.pay, (HOME, 1000 * RUPEE)));
        assertFalse(wallet.done());
        assertEq(billing.connection(HOME).credited, 4000 * RUPEE);
    }

    function test_TheSenderTakesAnAdvanceBack() public conserves {
        Reentering wallet = callingWallet();
        wallet.prepare(address(billing), abi.encodeCall(billing.refundAdvance, (HOME, 1500 * RUPEE)));
        wallet.execute(address(billing), 0, abi.encodeCall(billing.pay, (HOME, 1000 * RUPEE)));
        assertFalse(wallet.done());
        assertEq(billing.connection(HOME).credited, 4000 * RUPEE);
        assertEq(billing.connection(HOME).charged, 2500 * RUPEE);
    }

    function test_TheSenderWithdraws() public conserves {
        Reentering wallet = callingWallet();
        collect(HOME);
        wallet.prepare(address(billing), abi.encodeCall(billing.withdraw, (1000 * RUPEE, address(wallet))));
        wallet.execute(address(billing), 0, abi.encodeCall(billing.pay, (HOME, 1000 * RUPEE)));
        assertFalse(wallet.done());
        assertEq(billing.totals().boardBalance, 2500 * RUPEE);
    }

    function test_TheSenderCollects() public conserves {
        Reentering wallet = callingWallet();
        wallet.prepare(address(billing), collectCall());
        wallet.execute(address(billing), 0, abi.encodeCall(billing.pay, (HOME, 1000 * RUPEE)));
        assertTrue(wallet.done());
        assertEq(billing.totals().boardBalance, 2500 * RUPEE);
        assertEq(billing.connection(HOME).credited, 4000 * RUPEE);
    }

    function test_TheReceiverAsksAgain() public conserves {
        Reentering wallet = callingWallet();
        bytes memory again = abi.encodeCall(billing.refundAdvance, (HOME, 200 * RUPEE));
        wallet.prepare(address(billing), again);
        uint256 before = token.balanceOf(address(wallet));
        wallet.execute(address(billing), 0, again);
        assertFalse(wallet.done());
        assertEq(token.balanceOf(address(wallet)), before + tokens(200));
    }

    function test_TheReceiverPays() public conserves {
        Reentering wallet = callingWallet();
        wallet.prepare(address(billing), abi.encodeCall(billing.pay, (HOME, 100 * RUPEE)));
        wallet.execute(address(billing), 0, abi.encodeCall(billing.refundAdvance, (HOME, 200 * RUPEE)));
        assertFalse(wallet.done());
        assertEq(billing.connection(HOME).credited, 3000 * RUPEE);
    }

    function test_TheReceiverWithdrawsAgain() public conserves {
        Reentering wallet = callingWallet();
        collect(HOME);
        bytes memory again = abi.encodeCall(billing.withdraw, (1000 * RUPEE, address(wallet)));
        wallet.prepare(address(billing), again);
        wallet.execute(address(billing), 0, again);
        assertFalse(wallet.done());
        assertEq(billing.totals().boardBalance, 1500 * RUPEE);
    }

    function test_TheReceiverCollects() public conserves {
        Reentering wallet = callingWallet();
        wallet.prepare(address(billing), collectCall());
        wallet.execute(address(billing), 0, abi.encodeCall(billing.refundAdvance, (HOME, 500 * RUPEE)));
        assertTrue(wallet.done());
        assertEq(billing.totals().boardBalance, 2500 * RUPEE);
    }

    /// @dev A holder that is called back can't hinder the board, whatever it does.
    function test_ClosingWhileTheReceiverPays() public conserves {
        Moody wallet = moodyWallet();
        wallet.prepare(address(billing), abi.encodeCall(billing.pay, (HOME, RUPEE)));
        closesAndPaysBack();
        assertEq(wallet.refused(), 2);
    }

    function test_ClosingWhileTheReceiverTakesAnAdvanceBack() public conserves {
        Moody wallet = moodyWallet();
        registerConnection(HOME + 1, holder, FLAT);
        vm.prank(stranger);
        billing.pay(HOME + 1, 100 * RUPEE);
        wallet.prepare(address(billing), abi.encodeCall(billing.refundAdvance, (HOME + 1, 100 * RUPEE)));
        closesAndPaysBack();
        assertEq(wallet.refused(), 2);
    }

    function test_ClosingWhileTheReceiverGivesTokensAway() public {
        Moody wallet = moodyWallet();
        wallet.prepare(address(token), abi.encodeCall(token.transfer, (address(billing), 700 * RUPEE)));
        close();
        assertEq(wallet.went(), 2);
        assertTrue(billing.standing(HOME).isClosed);
        assertEq(billing.connection(HOME).charged, 3000 * RUPEE);
        // The gift is nobody's.
        assertEq(token.balanceOf(address(billing)), tokens(3200));
    }

    function test_ClosingWhileTheReceiverRefusesOrBurnsGas() public conserves {
        Moody wallet = moodyWallet();
        wallet.be(Moody.Mood.Refuses);
        uint256 before = vm.snapshotState();
        close();
        assertEq(billing.connection(HOME).charged, 2500 * RUPEE);
        wallet.be(Moody.Mood.Takes);
        refund(HOME, 500 * RUPEE);
        vm.revertToState(before);
        wallet.be(Moody.Mood.Burns);
        uint256 gas = gasleft();
        close();
        assertLt(gas - gasleft(), 1_000_000);
        assertEq(billing.connection(HOME).charged, 2500 * RUPEE);
        assertTrue(billing.standing(HOME).isClosed);
    }

    function closesAndPaysBack() private {
        uint256 before = token.balanceOf(holder);
        close();
        assertTrue(billing.standing(HOME).isClosed);
        assertEq(billing.connection(HOME).charged, 3000 * RUPEE);
        assertEq(token.balanceOf(holder), before + tokens(500));
    }

    // ------------------------------------------------------------------ helpers

    function callingWallet() private returns (Reentering wallet) {
        wallet = new Reentering();
        holdHome(address(wallet));
    }

    function moodyWallet() private returns (Moody wallet) {
        wallet = new Moody();
        holdHome(address(wallet));
    }

    /// @dev A wallet that the token calls holds HOME, with a bill of 2,500 and an advance of 500, and is a treasurer too.
    function holdHome(address wallet) private {
        CallingToken calling = new CallingToken();
        settleIn(calling, 1, 1);
        holder = wallet;
        fund(holder);
        billHome();
        payTokens(stranger, 3000 * RUPEE);
        bytes32 role = billing.TREASURER_ROLE();
        vm.prank(admin);
        billing.grantRole(role, holder);
        calling.setWantsCall(holder, true);
    }

    function payTokens(address payer, uint64 amount) private {
        vm.prank(payer);
        billing.pay(HOME, amount);
    }

    function payByPermit(uint64 amount, uint256 deadline) private {
        (uint8 v, bytes32 r, bytes32 s) = sign(amount, deadline);
        vm.prank(holder);
        billing.payWithPermit(HOME, amount, deadline, v, r, s);
    }

    /// @dev The holder's permit of an amount in millionths, which are the token's units here.
    function sign(uint64 amount, uint256 deadline) private view returns (uint8, bytes32, bytes32) {
        bytes32 permit = keccak256(abi.encode(PERMIT, holder, address(billing), amount, token.nonces(holder), deadline));
        return vm.sign(HOLDER_KEY, keccak256(abi.encodePacked(hex"1901", token.DOMAIN_SEPARATOR(), permit)));
    }

    function noAllowance() private {
        vm.prank(holder);
        token.approve(address(billing), 0);
    }

    function withdraw(uint256 amount) private {
        vm.prank(treasurer);
        billing.withdraw(amount, treasurer);
    }

    function close() private {
        vm.prank(operator);
        billing.closeConnection(HOME);
    }

    function tokens(uint256 rupees) private view returns (uint256) {
        return rupees * RUPEE / step * unit;
    }

    function payment(uint64 number, uint64 amount) private pure returns (uint256) {
        return uint256(amount) << 64 | number;
    }

    function collectCall() private view returns (bytes memory) {
        uint256[] memory numbers = new uint256[](1);
        numbers[0] = HOME;
        return abi.encodeCall(billing.collect, (numbers));
    }

    function refused(address caller, bytes memory call, bytes memory reason) private {
        bytes memory before = balances();
        assertRefused(caller, call, reason);
        assertEq(balances(), before, "tokens moved");
    }

    function refusedWithCoin(bytes memory call, bytes memory reason) private {
        vm.deal(holder, 1);
        bytes memory before = balances();
        assertRefused(holder, 1, call, reason);
        assertEq(balances(), before, "tokens moved");
    }

    function balances() private view returns (bytes memory) {
        return abi.encode(
            token.balanceOf(address(billing)),
            token.balanceOf(holder),
            token.balanceOf(stranger),
            token.balanceOf(treasurer)
        );
    }

    function wrongValue(uint256 value, uint256 expected) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IElectricityBilling.WrongValue.selector, value, expected);
    }

    function transferFailed(address to, uint256 value) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IElectricityBilling.TransferFailed.selector, to, value);
    }
}
