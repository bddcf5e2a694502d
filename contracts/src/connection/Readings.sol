// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IConnectionLife} from "../interfaces/IConnectionLife.sol";
import {IElectricityBilling} from "../interfaces/IElectricityBilling.sol";
import {EXCHANGED, Meter, MeterLib} from "../types/Meter.sol";
import {Ledger} from "./Ledger.sol";
import {Device, Estimates, Record, State} from "./State.sol";
import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {MessageHashUtils} from "@openzeppelin/contracts/utils/cryptography/MessageHashUtils.sol";

/// @dev Readings but the plain ones: of a meter whose own register is not the logical one, of one that was estimated, signed, exchanged, rolled over, corrected; and why a reading is refused.
/// Documented in IElectricityBilling and IConnectionLife.
library Readings {
    bytes32 private constant DOMAIN =
        keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)");
    bytes32 private constant NAME = keccak256("Bijuli");
    bytes32 private constant VERSION = keccak256("1");
    bytes32 private constant READING = keccak256("Reading(uint64 connection,uint48 ownRegister,uint32 readAt)");

    /// @dev What a meter shows, and when.
    struct Shown {
        uint64 number;
        uint48 register;
        uint32 readAt;
        IElectricityBilling.ReadingKind kind;
    }

    /// @dev Records a row as in IElectricityBilling.recordReadings. Returns why not, or nothing.
    function record(State storage s, uint256 row, IElectricityBilling.ReadingKind kind)
        public
        returns (bytes memory reason)
    {
        if (row >> 144 != 0) return abi.encodeWithSelector(IElectricityBilling.BadRow.selector, row);
        return _record(s, Shown(uint64(row), uint48(row >> 64), uint32(row >> 112), kind));
    }

    function recordSigned(State storage s, uint64 number, uint48 ownRegister, uint32 readAt, bytes calldata signature)
        external
    {
        address key = s.records[number].device.key;
        bytes32 domain = keccak256(abi.encode(DOMAIN, NAME, VERSION, block.chainid, address(this)));
        bytes32 reading = keccak256(abi.encode(READING, number, ownRegister, readAt));
        (address signer,,) = ECDSA.tryRecover(MessageHashUtils.toTypedDataHash(domain, reading), signature);
        if (key == address(0) || signer != key) revert IConnectionLife.BadSignature(number, key);
        _mustRecord(s, Shown(number, ownRegister, readAt, IElectricityBilling.ReadingKind.Actual));
    }

    function estimate(State storage s, uint64 number, uint48 ownRegister, uint32 readAt) external {
        Record storage r = s.records[number];
        if (r.estimates.bills == 2) revert IConnectionLife.TooManyEstimates(number);
        Meter before = r.meter;
        _mustRecord(s, Shown(number, ownRegister, readAt, IElectricityBilling.ReadingKind.Estimated));
        if (before.isEstimated()) return;
        (r.estimates.readRegister, r.estimates.readAt) = (before.register(), before.readAt());
    }

    function exchange(
        State storage s,
        uint64 number,
        uint48 finalRegister,
        uint48 newRegister,
        uint32 readAt,
        address key
    ) external {
        Meter meter = Ledger.activeMeter(s, number);
        Record storage r = s.records[number];
        Device memory old = r.device;
        bool isRead = readAt == meter.readAt() && !meter.isEstimated()
            && int256(uint256(finalRegister)) + old.offset == int256(uint256(meter.register()));
        if (!isRead) {
            Shown memory shown = Shown(number, finalRegister, readAt, IElectricityBilling.ReadingKind.Actual);
            if (_record(s, shown).length != 0) {
                shown.kind = IElectricityBilling.ReadingKind.Confirmed;
                _mustRecord(s, shown);
            }
            meter = r.meter;
        }
        uint48 register = meter.register();
        _setDevice(r, key, int256(uint256(register)) - int256(uint256(newRegister)));
        emit IConnectionLife.MeterExchanged(
            number, key, register, finalRegister, newRegister, readAt, _moveReadingHead(r)
        );
    }

    function rollOver(State storage s, uint64 number, uint48 ownRegister, uint32 readAt, uint48 modulus) external {
        Meter meter = Ledger.activeMeter(s, number);
        Record storage r = s.records[number];
        Device memory device = r.device;
        uint48 last = _own(_lastRead(r, meter), device.offset);
        if (ownRegister >= last || last >= modulus) {
            revert IConnectionLife.NoRollover(number, ownRegister, last, modulus);
        }
        emit IConnectionLife.MeterRolledOver(number, ownRegister, modulus, meter.readingBlock());
        _setDevice(r, device.key, int256(device.offset) + int256(uint256(modulus)));
        _mustRecord(s, Shown(number, ownRegister, readAt, IElectricityBilling.ReadingKind.Actual));
    }

    function correct(State storage s, uint64 number, uint48 ownRegister, string calldata reason) external {
        // Check
        Meter meter = Ledger.activeMeter(s, number);
        if (meter.isEstimated()) revert IConnectionLife.LatestIsEstimated(number);
        Ledger.checkReason(reason);
        Record storage r = s.records[number];
        int64 offset = r.device.offset;
        if (int256(uint256(ownRegister)) + offset >= int256(uint256(meter.register()))) {
            revert IConnectionLife.NotLower(number, ownRegister, _own(meter.register(), offset));
        }

        // Effect
        (uint48 register, uint64 overbilled) = _lower(r, meter, int256(uint256(ownRegister)) + offset);
        emit IConnectionLife.ReadingCorrected(
            number, register, meter.register(), ownRegister, meter.readAt(), overbilled, _moveReadingHead(r), reason
        );
    }

    /// @dev Takes the register down. What is billed stays billed: then the register stays there, and the meter counts on from it.
    function _lower(Record storage r, Meter meter, int256 right) private returns (uint48 register, uint64 overbilled) {
        uint48 billed = r.estimates.bills == 0 ? meter.billedRegister() : r.estimates.spanRegister;
        if (right < int256(uint256(billed))) overbilled = uint64(uint256(int256(uint256(billed)) - right));
        register = uint48(uint256(right + int256(uint256(overbilled))));
        r.meter = meter.withRegister(register);
        if (overbilled != 0) _setDevice(r, r.device.key, r.device.offset + int256(uint256(overbilled)));
        // Before the first bill nothing is charged: the meter only began lower than it was registered.
        if (meter.bills() == 0) overbilled = 0;
    }

    function _mustRecord(State storage s, Shown memory shown) private {
        bytes memory reason = _record(s, shown);
        if (reason.length != 0) Ledger.fail(reason);
    }

    function _record(State storage s, Shown memory shown) private returns (bytes memory reason) {
        Record storage r = s.records[shown.number];
        Meter meter = r.meter;
        // Check
        reason = _refusal(s, r, meter, shown);
        if (reason.length != 0) return reason;

        // Effect
        uint256 register = uint256(int256(uint256(shown.register)) + r.device.offset);
        r.meter = MeterLib.afterReading(uint256(Meter.unwrap(meter)), register, shown.readAt, uint256(shown.kind));
        emit IElectricityBilling.ReadingRecorded(
            shown.number, uint48(register), shown.readAt, shown.kind, meter.readingBlock()
        );
    }

    /// @dev Why a reading is refused, or nothing. An estimate is no reading: what comes after it, another estimate too, is compared with the last one that was read.
    function _refusal(State storage s, Record storage r, Meter meter, Shown memory shown)
        private
        view
        returns (bytes memory)
    {
        if (!meter.active()) return Ledger.notActive(s, shown.number);
        bool isEstimate = shown.kind == IElectricityBilling.ReadingKind.Estimated;
        uint48 last = _lastRead(r, meter);
        // After a reading below what estimates have billed, the next estimate begins at what is billed.
        if (isEstimate && last < meter.billedRegister()) last = meter.billedRegister();
        int256 rise = int256(uint256(shown.register)) + r.device.offset - int256(uint256(last));
        if (rise < 0) {
            return abi.encodeWithSelector(
                IElectricityBilling.ReadingFalls.selector, shown.number, shown.register, _own(last, r.device.offset)
            );
        }
        if (shown.readAt <= meter.readAt()) {
            return abi.encodeWithSelector(
                IElectricityBilling.ReadingNotLater.selector, shown.number, shown.readAt, meter.readAt()
            );
        }
        if (shown.readAt > block.timestamp) {
            return abi.encodeWithSelector(
                IElectricityBilling.ReadingInFuture.selector, shown.number, shown.readAt, block.timestamp
            );
        }
        uint256 limit = type(uint48).max - last;
        if (shown.kind != IElectricityBilling.ReadingKind.Confirmed) {
            uint256 since = meter.isEstimated() ? r.estimates.readAt : meter.readAt();
            // What the load could draw in that many seconds, times the factor: W·s·% / (3600 s/h · 100 %) is Wh.
            uint256 drawn = uint256(meter.loadW()) * (shown.readAt - since) * s.terms.plausibilityPercent / 360_000;
            if (drawn < limit) limit = drawn;
        }
        if (uint256(rise) <= limit) return "";
        return
            abi.encodeWithSelector(IElectricityBilling.ReadingImplausible.selector, shown.number, uint256(rise), limit);
    }

    function _lastRead(Record storage r, Meter meter) private view returns (uint48) {
        return meter.isEstimated() ? r.estimates.readRegister : meter.register();
    }

    /// @dev What the meter shows at a register.
    function _own(uint48 register, int64 offset) private pure returns (uint48) {
        return uint48(uint256(int256(uint256(register)) - offset));
    }

    function _setDevice(Record storage r, address key, int256 offset) private {
        r.device = Device({key: key, offset: int64(offset)});
        r.meter = r.meter.with(EXCHANGED, offset != 0);
    }

    /// @dev Moves the head of the connection's reading events to this block, and returns the one before.
    function _moveReadingHead(Record storage r) private returns (uint32 previousBlock) {
        Meter meter = r.meter;
        previousBlock = meter.readingBlock();
        r.meter = meter.withReadingHead();
    }
}
