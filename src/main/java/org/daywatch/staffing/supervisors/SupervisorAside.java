package org.daywatch.staffing.supervisors;

import static org.daywatch_db.staffing.Tables.DETAIL_REQUEST;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.UUID;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.texts.Texts;
import org.daywatch.platform.time.When;
import org.daywatch.staffing.RequestAside;
import org.daywatch.staffing.supervisors.SupervisorNeeds.Need;
import org.jooq.DSLContext;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Beside a request for several officers: how many supervisors the rule asks for, and on which days some are missing.
 */
@Component
@Order(50)
@Transactional(readOnly = true)
class SupervisorAside implements RequestAside {

    private static final int MOST_DAYS = 6;

    private final DSLContext db;
    private final SupervisorNeeds needs;
    private final Texts texts;

    SupervisorAside(DSLContext db, SupervisorNeeds needs, Texts texts) {
        this.db = db;
        this.needs = needs;
        this.texts = texts;
    }

    @Override
    public Optional<Card> about(UUID requestId, Actor reader) {
        var request = db.selectFrom(DETAIL_REQUEST).where(DETAIL_REQUEST.ID.eq(requestId)).fetchOptional();
        if (request.isEmpty()) return Optional.empty();
        var r = request.get();
        var planned = needs.planned(r.getSchoolId(), r.getPrimaryDepartmentId(), r.getFirstDay(), r.getOfficers());
        // Ranks are the agency's to know: a district reads what is needed, not who has accepted.
        var days = reader.may(Permission.OFFICERS_READ)
                ? needs.ofRequest(requestId).stream().filter(n -> n.missing() > 0).limit(MOST_DAYS).toList()
                : java.util.List.<Need>of();
        if (planned.isEmpty() && days.isEmpty()) return Optional.empty();
        var lang = reader.language();
        var facts = new LinkedHashMap<String, String>();
        planned.ifPresent(n -> facts.put(texts.of(lang, "supervisors.needed"),
                texts.of(lang, "supervisors.of", n.needed(), n.officers())));
        var ratio = planned.or(() -> days.stream().findFirst()).orElseThrow().ratio();
        facts.put(texts.of(lang, "supervisors.rule"),
                texts.of(lang, "supervisors.ratio", ratio.per(), ratio.from()) + " " + ratio.rule());
        days.forEach(n -> facts.put(When.in(lang).day(n.day()),
                texts.of(lang, "supervisors.missing", n.missing(), n.needed(), n.open())));
        return Optional.of(new Card(texts.of(lang, "supervisors.title"), facts, "", ""));
    }
}
