// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @dev What most first attempts come to: rate × units is added to what is owed, a payment lowers it and stays in the contract.
contract Naive {
    address payable public board = payable(msg.sender);
    uint256 public rate;
    mapping(address consumer => uint256) public consumed;
    mapping(address consumer => uint256) public owed;

    constructor(uint256 rate_) {
        rate = rate_;
    }

    function record(address consumer, uint256 units) public virtual {
        require(msg.sender == board);
        consumed[consumer] += units;
        owed[consumer] += units * rate;
    }

    function pay() public payable virtual {
        owed[msg.sender] -= msg.value;
    }
}

/// @dev The same with a history, and with payments that reach the board.
contract NaiveWithEvent is Naive {
    event Recorded(address indexed consumer, uint256 units, uint256 amount);
    event Paid(address indexed consumer, uint256 amount);

    constructor(uint256 rate_) Naive(rate_) {}

    function record(address consumer, uint256 units) public override {
        super.record(consumer, units);
        emit Recorded(consumer, units, units * rate);
    }

    function pay() public payable override {
        super.pay();
        emit Paid(msg.sender, msg.value);
        (bool sent,) = board.call{value: msg.value}("");
        require(sent);
    }
}
