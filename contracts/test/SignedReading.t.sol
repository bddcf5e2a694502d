// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IConnectionLife} from "../src/interfaces/IConnectionLife.sol";
import {IElectricityBilling} from "../src/interfaces/IElectricityBilling.sol";
import {Contracts} from "./utils/Contracts.sol";
import {MeterTest} from "./utils/MeterTest.sol";
import {Meters} from "./utils/Meters.sol";

/// @dev The meter has a key and was read at 100 kWh on day 10. It is day 20.
contract SignedReadingTest is MeterTest {
    /// @dev Order of secp256k1.
    uint256 private constant N = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141;

    address private meter;
    uint256 private key;
    bytes private signature;

    function setUp() public override {
        super.setUp();
        (meter, key) = makeAddrAndKey("meter");
        registerConnection(HOME, holder, FLAT);
        setKey(HOME, meter);
        goToDay(10);
        readOn(10, HOME, 100_000);
        goToDay(20);
        signature = sign(150_000, 20);
    }

    function test_AnyoneBringsWhatTheMeterSigned() public {
        IElectricityBilling.Connection memory expected = billing.connection(HOME);
        IConnectionLife.Standing memory standing = billing.standing(HOME);
        expectReading(150_000, 20, IElectricityBilling.ReadingKind.Actual);
        bring(stranger, 150_000, 20, signature);

        (expected.register, expected.readAt, expected.readingBlock) = (150_000, midnight(20), uint32(block.number));
        assertConnection(expected);
        assertStanding(standing);
        assertTotals(1, 0, 0, 0, 0);
    }

    function test_TheHolderAndTheReaderToo() public {
        bring(holder, 150_000, 20, signature);
        goToDay(21);
        bring(reader, 160_000, 21, sign(160_000, 21));
        assertEq(logical(), 160_000);
    }

    function test_BesideOrdinaryReadings() public {
        bring(stranger, 150_000, 20, signature);
        goToDay(21);
        readOn(21, HOME, 160_000);
        goToDay(22);
        bring(stranger, 160_000, 22, sign(160_000, 22));
        assertEq(billing.connection(HOME).readAt, midnight(22));
    }

    function test_AfterAnEstimate() public {
        estimateOn(19, 500_000);
        expectReading(150_000, 20, IElectricityBilling.ReadingKind.Actual);
        bring(stranger, 150_000, 20, signature);
        assertFalse(billing.standing(HOME).isEstimated);
    }

    function test_AfterARollover() public {
        exchangeOn(11, 100_000, 99_999_000, meter);
        goToDay(21);
        refused(1000, 21, sign(1000, 21), falls(1000, 99_999_000));
        rollOverOn(21, 1000, 1e8);
        goToDay(22);
        bring(stranger, 2000, 22, sign(2000, 22));
        assertEq(logical(), 103_000);
    }

    // ------------------------------------------------------------------ not signed by the meter for this

    function test_ForAnotherChain() public {
        uint256 chain = block.chainid;
        vm.chainId(chain + 1);
        bytes memory foreign = sign(150_000, 20);
        refused(150_000, 20, signature, badSignature(meter));
        vm.chainId(chain);
        refused(150_000, 20, foreign, badSignature(meter));
        bring(stranger, 150_000, 20, signature);
    }

    function test_ForAnotherContract() public {
        address other = address(Contracts.billing(admin, book, UNIT, 150));
        refused(150_000, 20, signed(key, digest(other, HOME, 150_000, midnight(20))), badSignature(meter));
    }

    function test_ForAnotherConnectionOfTheSameKey() public {
        registerConnection(HOME + 1, holder, FLAT);
        setKey(HOME + 1, meter);
        bytes memory neighbours = signed(key, digest(address(billing), HOME + 1, 150_000, midnight(20)));
        refused(150_000, 20, neighbours, badSignature(meter));
        vm.prank(stranger);
        billing.recordSignedReading(HOME + 1, 150_000, midnight(20), neighbours);
        assertEq(billing.connection(HOME + 1).register, 150_000);
        assertEq(logical(), 100_000);
    }

    function test_AnotherRegister() public {
        refused(150_001, 20, signature, badSignature(meter));
    }

    function test_AnotherTime() public {
        refused(150_000, 19, signature, badSignature(meter));
    }

    function test_ByAnotherKey() public {
        bytes memory forged = signed(key + 1, digest(address(billing), HOME, 150_000, midnight(20)));
        refused(150_000, 20, forged, badSignature(meter));
    }

    function test_WithoutAKey() public {
        setKey(HOME, address(0));
        refused(150_000, 20, signature, badSignature(address(0)));
        // What no key signed recovers to the zero address.
        refused(150_000, 20, new bytes(65), badSignature(address(0)));
        refused(150_000, 20, "", badSignature(address(0)));
    }

    function test_AnUnknownConnection() public {
        bytes memory call = abi.encodeCall(billing.recordSignedReading, (7, 1, midnight(20), signature));
        bytes memory reason = abi.encodeWithSelector(IConnectionLife.BadSignature.selector, 7, address(0));
        assertRefused(stranger, call, reason);
    }

    function test_WithoutTypedData() public {
        bytes32 plain = keccak256(abi.encode(HOME, uint48(150_000), midnight(20)));
        refused(150_000, 20, signed(key, plain), badSignature(meter));
    }

    // ------------------------------------------------------------------ another form of the same

    function test_TheSignatureWithSInTheUpperHalf() public {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, digest(address(billing), HOME, 150_000, midnight(20)));
        bytes memory twin = abi.encodePacked(r, bytes32(N - uint256(s)), v == 27 ? uint8(28) : uint8(27));
        refused(150_000, 20, twin, badSignature(meter));
    }

    function test_TheSignatureIn64Bytes() public {
        (bytes32 r, bytes32 vs) = vm.signCompact(key, digest(address(billing), HOME, 150_000, midnight(20)));
        refused(150_000, 20, abi.encodePacked(r, vs), badSignature(meter));
    }

    function test_TheSignatureWithOtherRecoveryNumbers() public {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, digest(address(billing), HOME, 150_000, midnight(20)));
        refused(150_000, 20, abi.encodePacked(r, s, v - 27), badSignature(meter));
        refused(150_000, 20, abi.encodePacked(r, s, v + 8), badSignature(meter));
    }

    function test_Garbage() public {
        refused(150_000, 20, "", badSignature(meter));
        refused(150_000, 20, new bytes(65), badSignature(meter));
        refused(150_000, 20, bytes.concat(signature, hex"00"), badSignature(meter));
        refused(150_000, 20, "a signature of sixty-five bytes that no key in the world has made", badSignature(meter));
    }

    function testFuzz_ABitOfItChanged(uint256 bit) public {
        bit = bound(bit, 0, 519);
        bytes memory changed = signature;
        changed[bit / 8] ^= bytes1(uint8(1 << bit % 8));
        refused(150_000, 20, changed, badSignature(meter));
    }

    // ------------------------------------------------------------------ once only

    function test_TheSameAgain() public {
        bring(stranger, 150_000, 20, signature);
        refused(150_000, 20, signature, notLater(midnight(20), midnight(20)));
        goToDay(30);
        refused(150_000, 20, signature, notLater(midnight(20), midnight(20)));
    }

    function test_AnOlderOne() public {
        bytes memory older = sign(150_000, 15);
        bring(stranger, 150_000, 20, signature);
        refused(150_000, 15, older, notLater(midnight(15), midnight(20)));
    }

    function test_TheSameAfterACorrection() public {
        bring(stranger, 150_000, 20, signature);
        vm.prank(operator);
        billing.correctReading(HOME, 120_000, "The meter runs fast.");
        refused(150_000, 20, signature, notLater(midnight(20), midnight(20)));
    }

    function test_TheSameAfterABill() public {
        bring(stranger, 150_000, 20, signature);
        issueBill(HOME);
        refused(150_000, 20, signature, notLater(midnight(20), midnight(20)));
    }

    // ------------------------------------------------------------------ the rules of every reading

    function test_ARegisterThatFalls() public {
        refused(99_999, 20, sign(99_999, 20), falls(99_999, 100_000));
    }

    function test_AboveWhatTheLoadCouldDraw() public {
        uint48 register = 100_001 + 10 * A_DAY;
        refused(register, 20, sign(register, 20), implausible(10 * A_DAY + 1, 10 * A_DAY));
    }

    function test_InTheFuture() public {
        bytes memory early = sign(160_000, 21);
        refused(160_000, 21, early, inFuture(midnight(21)));
        goToDay(21);
        bring(stranger, 160_000, 21, early);
    }

    function test_NotWhilePaused() public {
        pause();
        refused(150_000, 20, signature, paused());
    }

    function test_AClosedConnection() public {
        close();
        refused(150_000, 20, signature, closed());
    }

    // ------------------------------------------------------------------ another key

    function test_AfterAnExchangeTheOldMetersKeyIsRefused() public {
        (address newMeter, uint256 newKey) = makeAddrAndKey("new meter");
        bytes memory old = sign(160_000, 20);
        exchangeOn(19, 150_000, 7000, newMeter);
        refused(160_000, 20, old, badSignature(newMeter));
        expectReading(160_000, 20, IElectricityBilling.ReadingKind.Actual);
        bring(stranger, 17_000, 20, signed(newKey, digest(address(billing), HOME, 17_000, midnight(20))));
    }

    function test_AfterAnExchangeForAMeterWithoutAKey() public {
        exchangeOn(19, 150_000, 0, address(0));
        refused(150_000, 20, signature, badSignature(address(0)));
    }

    function test_AfterTheKeyWasReplaced() public {
        (address replacement, uint256 newKey) = makeAddrAndKey("replacement");
        setKey(HOME, replacement);
        refused(150_000, 20, signature, badSignature(replacement));
        bring(stranger, 150_000, 20, signed(newKey, digest(address(billing), HOME, 150_000, midnight(20))));
        assertEq(logical(), 150_000);
    }

    /// @dev What the meter of HOME signs on this chain.
    function sign(uint48 register, uint256 day) private view returns (bytes memory) {
        return signed(key, digest(address(billing), HOME, register, midnight(day)));
    }

    function signed(uint256 by, bytes32 hash) private pure returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(by, hash);
        return abi.encodePacked(r, s, v);
    }

    function digest(address contract_, uint64 number, uint48 register, uint32 readAt) private view returns (bytes32) {
        return Meters.digest(block.chainid, contract_, number, register, readAt);
    }

    function bring(address caller, uint48 register, uint256 day, bytes memory signature_) private {
        vm.prank(caller);
        billing.recordSignedReading(HOME, register, midnight(day), signature_);
    }

    function refused(uint48 register, uint256 day, bytes memory signature_, bytes memory reason) private {
        bytes memory call = abi.encodeCall(billing.recordSignedReading, (HOME, register, midnight(day), signature_));
        assertRefused(stranger, call, reason);
    }

    function badSignature(address expected) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IConnectionLife.BadSignature.selector, HOME, expected);
    }
}
