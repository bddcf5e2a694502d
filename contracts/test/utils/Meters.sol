// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Billing} from "./Contracts.sol";
import {Vm} from "forge-std/Vm.sol";

/// @dev Meters that sign what they show (EIP-712), written after IConnectionLife.recordSignedReading, apart from the code under test.
library Meters {
    Vm private constant vm = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));

    /// @dev The private key of a connection's meter.
    function keyOf(uint64 number) internal pure returns (uint256) {
        return uint256(keccak256(abi.encode("meter", number)));
    }

    function digest(uint256 chainId, address billing, uint64 number, uint48 ownRegister, uint32 readAt)
        internal
        pure
        returns (bytes32)
    {
        bytes32 domain = keccak256(
            abi.encode(
                keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
                keccak256("Bijuli"),
                keccak256("1"),
                chainId,
                billing
            )
        );
        bytes32 reading = keccak256(
            abi.encode(
                keccak256("Reading(uint64 connection,uint48 ownRegister,uint32 readAt)"), number, ownRegister, readAt
            )
        );
        return keccak256(abi.encodePacked(hex"1901", domain, reading));
    }

    function sign(Billing billing, uint64 number, uint48 ownRegister, uint32 readAt)
        internal
        view
        returns (bytes memory)
    {
        bytes32 hash = digest(block.chainid, address(billing), number, ownRegister, readAt);
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(keyOf(number), hash);
        return abi.encodePacked(r, s, v);
    }
}
