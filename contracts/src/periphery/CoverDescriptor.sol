// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Base64} from "solady/utils/Base64.sol";
import {FixedPointMathLib as Math} from "solady/utils/FixedPointMathLib.sol";
import {LibBytes} from "solady/utils/LibBytes.sol";
import {LibCall} from "solady/utils/LibCall.sol";
import {LibString} from "solady/utils/LibString.sol";
import {MetadataReaderLib} from "solady/utils/MetadataReaderLib.sol";

import {IIncidents} from "../claims/interfaces/IIncidents.sol";
import {ICovers} from "../cover/interfaces/ICovers.sol";
import {IListings} from "../cover/interfaces/IListings.sol";
import {RiskId} from "../cover/libraries/RiskId.sol";
import {IPool} from "../pool/interfaces/IPool.sol";
import {ICoverDescriptor} from "./interfaces/ICoverDescriptor.sol";
import {CoverPicture} from "./libraries/CoverPicture.sol";
import {Readable} from "./libraries/Readable.sol";

/// @title Draws covers: metadata and picture of each, made on chain
/// @dev Assumptions: `Covers`, `Listings` and `Incidents` are Bulwark's. Nothing is assumed of a pool's asset: each call
/// to it is bounded in gas and in what is copied of its answer.
contract CoverDescriptor is ICoverDescriptor {
    using LibString for uint256;

    // -- Constants -----------------------------------------------------------------------------------------------

    /// @dev Most gas that one call to a pool or an asset is given.
    uint256 private constant CALL_GAS = 100_000;
    /// @dev Longest symbol that is read, bytes.
    uint256 private constant SYMBOL_BYTES = 64;
    /// @dev Incidents looked at, from the newest.
    uint256 private constant INCIDENTS_SEEN = 128;
    /// @dev Amounts are stored with at most as many decimal places.
    uint256 private constant PLACES = 6;

    // -- Immutables ----------------------------------------------------------------------------------------------

    ICovers private immutable COVERS;
    IListings private immutable LISTINGS;
    IIncidents private immutable INCIDENTS;

    // -- Types ---------------------------------------------------------------------------------------------------

    /// @dev What incidents mean for a cover.
    /// @param open One that may concern it is not ruled yet.
    /// @param due One was granted, and the cover was not settled.
    /// @param all Every incident that can concern it was seen.
    /// @param short What was claimed and not paid, units.
    struct Losses {
        bool open;
        bool due;
        bool all;
        uint256 short;
    }

    // -- Constructor ---------------------------------------------------------------------------------------------

    /// @param covers Whose covers are drawn.
    /// @param listings Holds their terms.
    /// @param incidents Knows their losses.
    constructor(ICovers covers, IListings listings, IIncidents incidents) {
        (COVERS, LISTINGS, INCIDENTS) = (covers, listings, incidents);
    }

    // -- Views ---------------------------------------------------------------------------------------------------

    /// @inheritdoc ICoverDescriptor
    function tokenURI(uint256 id) external view returns (string memory) {
        (ICovers.Cover memory cover, CoverPicture.Policy memory policy) = _read(id);
        string memory name =
            string.concat("Bulwark cover ", policy.nth.toString(), " of pool ", policy.number.toString());
        string memory json = string.concat(
            string.concat('{"name":"', name, '","description":"', _describe(policy)),
            string.concat('","image":"data:image/svg+xml;base64,', Base64.encode(bytes(CoverPicture.draw(policy)))),
            string.concat('","attributes":[', _attributes(cover, policy), "]}")
        );
        return string.concat("data:application/json;base64,", Base64.encode(bytes(json)));
    }

    // -- Internal: what is read ----------------------------------------------------------------------------------

    /// @dev Reverts with `TokenDoesNotExist`, as `Covers` does, if there is no cover of this id.
    function _read(uint256 id) private view returns (ICovers.Cover memory cover, CoverPicture.Policy memory p) {
        cover = COVERS.coverOf(id);
        IListings.Terms memory terms = LISTINGS.terms(cover.listing);
        (p.number, p.nth, p.listing) = (id >> 40, id & type(uint40).max, cover.listing);
        (p.pool, p.key, p.termsHash) = (COVERS.poolOf(id), cover.key, COVERS.termsHashOf(id));
        (p.start, p.inForce) = (cover.start, uint256(cover.start) + terms.waiting);
        (p.end, p.graceEnd) = (cover.end, uint256(cover.end) + terms.grace);
        p.used = cover.amount < cover.insured;

        Losses memory losses = _losses(id, cover, p.inForce);
        _readAmounts(cover, p, losses.short);
        p.state = _state(cover, p, losses);
    }

    /// @dev Amounts are in grains, 10^max(0, decimals − 6) units: six places at most, whatever the asset has.
    function _readAmounts(ICovers.Cover memory cover, CoverPicture.Policy memory p, uint256 short) private view {
        address asset = address(uint160(_ask(p.pool, abi.encodeCall(IPool.asset, ()), 0)));
        uint256 decimals = _ask(asset, abi.encodeWithSignature("decimals()"), type(uint256).max);
        // No pool takes an asset of more than 18 decimals: such an answer is as good as none.
        bool known = decimals <= 18;
        uint256 places = known ? Math.min(decimals, PLACES) : 0;
        p.remains = Readable.amount(cover.amount, places);
        p.insured = Readable.amount(cover.insured, places);

        string memory symbol = Readable.name(MetadataReaderLib.readSymbol(asset, SYMBOL_BYTES, CALL_GAS));
        if (bytes(symbol).length == 0) symbol = Readable.ends(asset);
        p.asset = known ? symbol : string.concat("grains of ", symbol);
        if (short == 0) return;
        p.short = known
            ? string.concat(Readable.amount(Math.divUp(short, 10 ** (decimals - places)), places), " ", symbol)
            : string.concat(Readable.grouped(short), " units of ", symbol);
    }

    /// @dev A number that a contract answers, or `otherwise`.
    function _ask(address target, bytes memory data, uint256 otherwise) private view returns (uint256) {
        (bool success,, bytes memory answer) = LibCall.tryStaticCall(target, CALL_GAS, 32, data);
        return success && answer.length == 32 ? uint256(LibBytes.load(answer, 0)) : otherwise;
    }

    /// @dev From the newest incident back to the first that was opened before the cover was bought.
    function _losses(uint256 id, ICovers.Cover memory cover, uint256 inForce)
        private
        view
        returns (Losses memory losses)
    {
        bytes32 risk = RiskId.idOf(cover.listing, cover.key);
        uint256 count = INCIDENTS.count();
        losses.all = count <= INCIDENTS_SEEN;
        for (uint256 i = count; i > Math.zeroFloorSub(count, INCIDENTS_SEEN); --i) {
            IIncidents.Incident memory incident = INCIDENTS.incidentOf(i);
            if (incident.openedAt <= cover.start) {
                losses.all = true;
                break;
            }
            if (incident.risk == risk) _addLoss(losses, i, incident, id, cover, inForce);
        }
        if (!losses.all) {
            (, uint256 open) = INCIDENTS.head(risk);
            losses.open = open != 0;
        }
    }

    function _addLoss(
        Losses memory losses,
        uint256 number,
        IIncidents.Incident memory incident,
        uint256 id,
        ICovers.Cover memory cover,
        uint256 inForce
    ) private view {
        if (incident.status == IIncidents.Status.Open && incident.lossTime < cover.end) losses.open = true;
        (uint256 claim, uint256 paid, bool done) = INCIDENTS.settlementOf(number, id);
        if (done) return;
        losses.short += claim - paid;
        if (
            incident.status == IIncidents.Status.Granted && incident.share != 0 && claim == 0 && cover.amount != 0
                && incident.lossTime >= inForce && incident.lossTime < cover.end
        ) losses.due = true;
    }

    function _state(ICovers.Cover memory cover, CoverPicture.Policy memory p, Losses memory losses)
        private
        view
        returns (State)
    {
        if (cover.amount == 0) {
            if (losses.short != 0) return State.PaidInPart;
            return losses.all ? State.PaidInFull : State.ClaimedInFull;
        }
        if (losses.open) return State.IncidentOpen;
        if (losses.due) return State.PayoutDue;
        if (p.used) return State.PaidInPart;
        if (block.timestamp < p.inForce) return State.Waiting;
        if (block.timestamp < p.end) return State.InForce;
        return block.timestamp < p.graceEnd ? State.InGrace : State.RunOff;
    }

    // -- Internal: what is written -------------------------------------------------------------------------------

    function _describe(CoverPicture.Policy memory p) private view returns (string memory) {
        string memory sum = string.concat(p.remains, " ", p.asset, p.used ? string.concat(" of ", p.insured) : "");
        string memory what = string.concat("Cover of ", sum, " under listing ", p.listing.toString());
        string memory when =
            string.concat(", in force from ", Readable.minute(p.inForce), " to ", Readable.minute(p.end), " UTC. ");
        string memory state = string.concat(CoverPicture.word(p.state), ". ", CoverPicture.reason(p), ". ");
        string memory now_ = string.concat("As of ", Readable.minute(block.timestamp), " UTC.");
        return string.concat(what, when, state, "What it pays follows from its terms alone. ", now_);
    }

    function _attributes(ICovers.Cover memory cover, CoverPicture.Policy memory p)
        private
        pure
        returns (string memory)
    {
        string memory key = p.key == 0 ? "" : _text("Key", uint256(p.key).toHexString(32));
        return string.concat(
            string.concat(_text("State", CoverPicture.word(p.state)), _text("Listing", p.listing.toString()), key),
            string.concat(_text("Remains", p.remains), _text("Insured", p.insured), _text("Asset", p.asset)),
            string.concat(_date("Bought", cover.start), _date("In force from", p.inForce), _date("Ends", cover.end)),
            _text("Pool", LibString.toHexStringChecksummed(p.pool)),
            string.concat('{"trait_type":"Terms","value":"', uint256(p.termsHash).toHexString(32), '"}')
        );
    }

    function _text(string memory trait, string memory value) private pure returns (string memory) {
        return string.concat('{"trait_type":"', trait, '","value":"', value, '"},');
    }

    function _date(string memory trait, uint256 timestamp) private pure returns (string memory) {
        string memory begin = string.concat('{"display_type":"date","trait_type":"', trait);
        return string.concat(begin, '","value":', timestamp.toString(), "},");
    }
}
