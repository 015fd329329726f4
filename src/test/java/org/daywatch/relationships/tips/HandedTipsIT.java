package org.daywatch.relationships.tips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.relationships.Tables.TIP;
import static org.daywatch_db.relationships.Tables.TIP_PICTURE;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch.platform.casekeys.CaseKeys;
import org.daywatch.platform.casekeys.Shredding;
import org.daywatch.relationships.tips.ring.WaitingTip;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Tips that left the ring: once each, sealed, for their district alone, and gone with their key. */
@DaywatchIT
class HandedTipsIT {

    private static final LocalDate DAY = LocalDate.of(2026, 8, 3);

    @Autowired HandedTips handed;
    @Autowired TipKeeper keeper;
    @Autowired CaseKeys keys;
    @Autowired Shredding shredding;
    @Autowired Story story;
    @Autowired DSLContext db;
    @Autowired TestClock clock;

    @Test
    void aTipThatComesTwiceIsKeptOnceAndByItsDistrictAlone() {
        var cast = story.cast();
        var here = tip(cast.mesquite(), "in the gym");
        var there = tip(cast.saguaro(), "at the bus stop");
        assertThat(handed.take(List.of(here, there))).containsExactlyInAnyOrder(here.id(), there.id());
        assertThat(handed.take(List.of(there, here))).containsExactlyInAnyOrder(here.id(), there.id());
        story.run(cast.mesquite(), () -> {
            var row = db.selectFrom(TIP).fetchSingle();
            assertThat(row.getId()).isEqualTo(here.id());
            assertThat(row.getDay()).isEqualTo(DAY);
            assertThat(new String(row.getBody(), StandardCharsets.ISO_8859_1)).doesNotContain("in the gym");
            assertThat(keys.open(cast.mesquite(), here.id(), row.getBody(), HandedTipStore.place(here.id())))
                    .hasValue(here.content());
        });
        story.run(cast.agency(), () -> assertThat(db.fetchCount(TIP)).as("the agency sees none").isZero());
    }

    @Test
    void atTheEndOfItsTermATipGoesWithItsKey() {
        var district = story.cast().mesquite();
        var words = tip(district, "behind the school");
        var tip = new WaitingTip(words.id(), district, words.school(), DAY, false, 1, words.content(),
                "a small picture".getBytes(StandardCharsets.UTF_8));
        handed.take(List.of(tip));
        byte[] picture = story.as(district, () -> db.selectFrom(TIP_PICTURE).fetchSingle().getBody());
        assertThat(keys.open(district, tip.id(), picture, "tip picture " + tip.id()).orElseThrow())
                .startsWith(ByteBuffer.allocate(19).putInt(15).put(tip.picture()).array());
        byte[] body = story.as(district, () -> db.selectFrom(TIP).fetchSingle().getBody());
        var end = clock.instant().plus(Duration.ofDays(1));
        story.run(district, () -> assertThat(keeper.forget(clock.instant())).as("on its day").isZero());
        story.run(district, () -> assertThat(keeper.forget(end)).isOne());
        story.run(district, () -> {
            assertThat(db.fetchCount(TIP)).isZero();
            assertThat(db.fetchCount(TIP_PICTURE)).isZero();
            assertThat(shredding.finalOn(district, tip.id())).hasValue(DAY);
        });
        assertThat(keys.open(district, tip.id(), body, HandedTipStore.place(tip.id()))).isEmpty();
        assertThat(keys.open(district, tip.id(), picture, "tip picture " + tip.id())).as("nor of a backup").isEmpty();
    }

    private static WaitingTip tip(UUID district, String words) {
        return new WaitingTip(UUID.randomUUID(), district, UUID.randomUUID(), DAY, false, 1,
                words.getBytes(StandardCharsets.UTF_8));
    }
}
