package org.daywatch.staffing.blocks;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.events.Decision;
import org.daywatch.platform.events.Facts;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.staffing.StaffingEvent.SchoolBlockPlaced;
import org.daywatch.staffing.StaffingRefusal;
import org.daywatch.staffing.blocks.SchoolBlock.State;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Places, appeals and decides blocks; each step is told as a fact. */
@Component
@Transactional
public class BlockCommands {

    private final BlockStore store;
    private final Campuses campuses;
    private final Facts facts;
    private final Clock clock;

    BlockCommands(BlockStore store, Campuses campuses, Facts facts, Clock clock) {
        this.store = store;
        this.campuses = campuses;
        this.facts = facts;
        this.clock = clock;
    }

    /** An officer a school has met: only whom it knows from a shift can it block. */
    public record KnownOfficer(UUID agencyId, UUID officerId, String name) {

        public static Map<UUID, String> names(List<KnownOfficer> known) {
            return known.stream()
                    .collect(Collectors.toMap(KnownOfficer::officerId, KnownOfficer::name, (first, again) -> first));
        }
    }

    public UUID place(Actor actor, UUID school, UUID officer, String reason) {
        var campus = campuses.find(school).orElseThrow(() -> new NotFound("school " + school));
        var known = store.known(school).stream().filter(k -> k.officerId().equals(officer)).findFirst()
                .orElseThrow(() -> new InvalidInput("officer", officer.toString(), "blocks.error.officer"));
        if (reason.strip().length() < 5) throw new InvalidInput("reason", reason, "blocks.error.reason");
        if (store.ofSchool(school).stream().anyMatch(b -> b.officerId().equals(officer) && b.holds()))
            throw new Refused(StaffingRefusal.BLOCK_ALREADY_PLACED);
        var id = Ids.next();
        var now = clock.instant();
        store.insert(new SchoolBlock(known.agencyId(), id, campus.districtId(), school, officer, reason.strip(), now,
                new State.Placed()), actor.person());
        facts.tell(new SchoolBlockPlaced(known.agencyId(), id, now, officer, school, reason.strip()));
        return id;
    }

    public void appeal(UUID block, UUID officer, String words) {
        var locked = store.locked(block);
        if (!locked.officerId().equals(officer)) throw new NotFound("school block " + block);
        carryOut(locked.appeal(words, clock.instant()).orThrow());
    }

    public void decide(UUID block, boolean lift) {
        carryOut(store.locked(block).decide(lift, clock.instant()).orThrow());
    }

    private void carryOut(Decision.Accepted<SchoolBlock> decided) {
        store.save(decided.state());
        facts.tell(decided.facts());
    }
}
