// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @dev The word of a connection that payments touch, and bills with them. Money is in millionths of the currency; the three counters only rise.
///
/// | bits | field | what |
/// | --- | --- | --- |
/// | 0–63 | charged | everything billed or paid back |
/// | 64–127 | credited | everything paid or credited by the board |
/// | 128–191 | collected | what of it has gone to the board or back to the holder, or was never to be paid |
/// | 192–223 | headBlock | block of the latest money event; zero: no such connection |
/// | 224–239 | dueDay | due day of the latest bill |
/// | 240–255 | | unused |
type Account is bytes32;

using AccountLib for Account global;

// Where fields begin.
uint256 constant CREDITED = 64;
uint256 constant COLLECTED = 128;
uint256 constant HEAD_BLOCK = 192;
uint256 constant DUE_DAY = 224;

library AccountLib {
    /// @dev An account with the current block as its head.
    function create(uint64 charged_, uint64 credited_, uint64 collected_, uint16 dueDay_)
        internal
        view
        returns (Account)
    {
        return Account.wrap(
            bytes32(
                uint256(dueDay_) << DUE_DAY | uint256(uint32(block.number)) << HEAD_BLOCK | uint256(collected_)
                    << COLLECTED | uint256(credited_) << CREDITED | charged_
            )
        );
    }

    /// @dev The same account with more credited and the current block as its head.
    function withCredited(Account account, uint64 credited_) internal view returns (Account) {
        uint256 rest = uint256(Account.unwrap(account.withHead())) & ~(uint256(type(uint64).max) << CREDITED);
        return Account.wrap(bytes32(rest | uint256(credited_) << CREDITED));
    }

    /// @dev The same account with the current block as its head.
    function withHead(Account account) internal view returns (Account) {
        uint256 rest = uint256(Account.unwrap(account)) & ~(uint256(type(uint32).max) << HEAD_BLOCK);
        return Account.wrap(bytes32(rest | uint256(uint32(block.number)) << HEAD_BLOCK));
    }

    /// @dev The same account with more collected; no event of the connection's own.
    function withCollected(Account account, uint64 collected_) internal pure returns (Account) {
        uint256 rest = uint256(Account.unwrap(account)) & ~(uint256(type(uint64).max) << COLLECTED);
        return Account.wrap(bytes32(rest | uint256(collected_) << COLLECTED));
    }

    function charged(Account account) internal pure returns (uint64) {
        return uint64(uint256(Account.unwrap(account)));
    }

    function credited(Account account) internal pure returns (uint64) {
        return uint64(uint256(Account.unwrap(account)) >> CREDITED);
    }

    function collected(Account account) internal pure returns (uint64) {
        return uint64(uint256(Account.unwrap(account)) >> COLLECTED);
    }

    function headBlock(Account account) internal pure returns (uint32) {
        return uint32(uint256(Account.unwrap(account)) >> HEAD_BLOCK);
    }

    function dueDay(Account account) internal pure returns (uint16) {
        return uint16(uint256(Account.unwrap(account)) >> DUE_DAY);
    }

    function exists(Account account) internal pure returns (bool) {
        return account.headBlock() != 0;
    }

    /// @dev What is charged and not paid.
    function arrears(Account account) internal pure returns (uint64) {
        (uint64 owed, uint64 paid) = (account.charged(), account.credited());
        return owed > paid ? owed - paid : 0;
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
