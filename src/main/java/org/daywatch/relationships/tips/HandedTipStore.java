package org.daywatch.relationships.tips;

import static org.daywatch_db.relationships.Tables.TIP;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.platform.casekeys.CaseIsShredded;
import org.daywatch.platform.casekeys.CaseKeys;
import org.daywatch.relationships.tips.ring.WaitingTip;
import org.daywatch.relationships.tips.thread.TipContent;
import org.daywatch.relationships.tips.thread.TipPictures;
import org.daywatch.relationships.tips.thread.TipThreadStore;
import org.daywatch.relationships.tips.thread.TipThreadStore.Place;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Tips as they were handed on: of when they came nothing but the day is left. */
@Repository
@Transactional
class HandedTipStore {

    private final DSLContext db;
    private final CaseKeys keys;
    private final TipThreadStore threads;
    private final TipPictures pictures;
    private final TipArrivals arrivals;

    HandedTipStore(DSLContext db, CaseKeys keys, TipThreadStore threads, TipPictures pictures,
            TipArrivals arrivals) {
        this.db = db;
        this.keys = keys;
        this.threads = threads;
        this.pictures = pictures;
        this.arrivals = arrivals;
    }

    private record Later(WaitingTip tip, TipContent content) {}

    /**
     * In one transaction, in the order given; only words that were added to a thread come after the tips, in their own
     * order. One that is there already stays as it is.
     */
    void insert(List<WaitingTip> tips) {
        var later = new ArrayList<Later>();
        for (var tip : tips) {
            var content = TipContent.read(tip.content());
            if (content.filter(c -> c.part() > 0).isPresent()) later.add(new Later(tip, content.get()));
            else put(tip, content);
        }
        later.sort(Comparator.comparingInt(one -> one.content().part()));
        later.forEach(one -> put(one.tip(), Optional.of(one.content())));
    }

    /**
     * The first of a receipt to come is the tip, all others are messages in its thread: added words about a life come
     * before a tip that still waits. Where the thread was closed or shredded, they are a tip of their own.
     */
    private void put(WaitingTip tip, Optional<TipContent> content) {
        var thread = content.flatMap(c -> threads.find(c.mark()))
                .filter(at -> at.district().equals(tip.district()) && !at.tip().equals(tip.id()));
        if (thread.isPresent() && added(thread.get(), tip, content.orElseThrow())) return;
        boolean fresh = db.insertInto(TIP).set(TIP.DISTRICT_ID, tip.district()).set(TIP.ID, tip.id())
                .set(TIP.SCHOOL_ID, tip.school()).set(TIP.DAY, tip.day()).set(TIP.IS_LIFE_SAFETY, tip.lifeSafety())
                .set(TIP.BODY, keys.seal(tip.district(), tip.id(), tip.content(), place(tip.id())))
                .onConflictDoNothing().execute() == 1;
        if (fresh) pictures.keep(new Place(tip.district(), tip.id()), tip.id(), tip.picture());
        if (fresh)
            arrivals.arrived(tip, content.map(TipContent::words)
                    .orElseGet(() -> new String(tip.content(), StandardCharsets.UTF_8)));
        content.ifPresent(c -> threads.keep(c.mark(), new Place(tip.district(), tip.id())));
    }

    private boolean added(Place at, WaitingTip tip, TipContent content) {
        byte[] body;
        try {
            body = keys.seal(at.district(), at.tip(), content.words().getBytes(StandardCharsets.UTF_8),
                    Place.ofMessage(tip.id()));
        } catch (CaseIsShredded gone) {
            return false;
        }
        if (!threads.append(at, tip.id(), tip.day(), null, body)) return true;
        pictures.keep(at, tip.id(), tip.picture());
        if (tip.lifeSafety()) threads.becomeLifeSafety(at);
        arrivals.added(at.district(), at.tip(), tip.day(), tip.lifeSafety(), content.words());
        return true;
    }

    List<UUID> olderThan(UUID district, LocalDate day) {
        return db.select(TIP.ID).from(TIP).where(TIP.DISTRICT_ID.eq(district)).and(TIP.DAY.lt(day)).fetch(TIP.ID);
    }

    void forget(UUID district, List<UUID> tips) {
        db.deleteFrom(TIP).where(TIP.DISTRICT_ID.eq(district)).and(TIP.ID.in(tips)).execute();
    }

    static String place(UUID tip) {
        return Place.ofTip(tip);
    }
}
