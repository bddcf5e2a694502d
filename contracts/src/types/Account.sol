// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @dev The word of a connection that payments touch, and bills with them. Money is in millionths of the currency; the three counters only rise.
///
/// | bits | field | what |
/// | --- | --- | --- |
/// | 0–63 | charged | everything billed or paid back |
/// | 64–127 | credited | everything paid |
/// | 128–191 | collected | what of it has gone to the board or back to the holder |
/// | 192–223 | headBlock | block of the latest money event; zero: no such connection |
/// | 224–239 | dueDay | due day of the latest bill |
/// | 240–255 | | unused |
type Account is bytes32;

using AccountLib for Account global;

library AccountLib {
    /// @dev An account with the current block as its head.
    function create(uint64 charged_, uint64 credited_, uint64 collected_, uint16 dueDay_)
        internal
        view
        returns (Account)
    {
        return Account.wrap(
            bytes32(
                uint256(dueDay_) << 224 | uint256(uint32(block.number)) << 192 | uint256(collected_) << 128
                    | uint256(credited_) << 64 | charged_
            )
        );
    }

    /// @dev The same account with more credited and the current block as its head.
    function withCredited(Account account, uint64 credited_) internal view returns (Account) {
        uint256 rest = uint256(Account.unwrap(account.withHead())) & ~(uint256(type(uint64).max) << 64);
        return Account.wrap(bytes32(rest | uint256(credited_) << 64));
    }

    /// @dev The same account with the current block as its head.
    function withHead(Account account) internal view returns (Account) {
        uint256 rest = uint256(Account.unwrap(account)) & ~(uint256(type(uint32).max) << 192);
        return Account.wrap(bytes32(rest | uint256(uint32(block.number)) << 192));
    }

    /// @dev The same account with more collected; no event of the connection's own.
    function withCollected(Account account, uint64 collected_) internal pure returns (Account) {
        uint256 rest = uint256(Account.unwrap(account)) & ~(uint256(type(uint64).max) << 128);
        return Account.wrap(bytes32(rest | uint256(collected_) << 128));
    }

    function charged(Account account) internal pure returns (uint64) {
        return uint64(uint256(Account.unwrap(account)));
    }

    function credited(Account account) internal pure returns (uint64) {
        return uint64(uint256(Account.unwrap(account)) >> 64);
    }

    function collected(Account account) internal pure returns (uint64) {
        return uint64(uint256(Account.unwrap(account)) >> 128);
    }

    function headBlock(Account account) internal pure returns (uint32) {
        return uint32(uint256(Account.unwrap(account)) >> 192);
    }

    function dueDay(Account account) internal pure returns (uint16) {
        return uint16(uint256(Account.unwrap(account)) >> 224);
    }

    function exists(Account account) internal pure returns (bool) {
        return account.headBlock() != 0;
    }

    /// @dev What is paid beyond everything charged.
    function advance(Account account) internal pure returns (uint64) {
        (uint64 owed, uint64 paid) = (account.charged(), account.credited());
        return paid > owed ? paid - owed : 0;
    }

    /// @dev What bills have earned and payments have covered, and the board has not collected yet.
    function collectable(Account account) internal pure returns (uint64) {
        (uint64 owed, uint64 paid) = (account.charged(), account.credited());
        // collected never exceeds either counter: it follows their minimum, and a refund raises it with charged, below credited.
        unchecked {
            return (paid < owed ? paid : owed) - account.collected();
        }
    }
}
