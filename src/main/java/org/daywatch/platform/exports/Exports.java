package org.daywatch.platform.exports;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.errors.Refused;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.security.ExportGate;
import org.daywatch.platform.time.HomeTime;
import org.daywatch.platform.web.forms.Typed;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One person takes so many files a day; as many again for each time somebody else has allowed it. */
@Component
@Transactional
public class Exports implements ExportGate {

    private static final int SHORTEST_REASON = 10;
    private static final int LONGEST_REASON = 300;

    private final ExportStore store;
    private final AuditLog audit;
    private final ExportNotices notices;
    private final ObjectProvider<ExportsADay> rule;
    private final HomeTime home;
    private final Clock clock;

    Exports(ExportStore store, AuditLog audit, ExportNotices notices, ObjectProvider<ExportsADay> rule, HomeTime home,
            Clock clock) {
        this.store = store;
        this.audit = audit;
        this.notices = notices;
        this.rule = rule;
        this.home = home;
        this.clock = clock;
    }

    /** Of one person on this day. */
    public record Today(int taken, int most) {

        public boolean spent() {
            return taken >= most;
        }
    }

    @Transactional(readOnly = true)
    public Today today(UUID person) {
        var day = home.today();
        int each = rule.getObject().on(day);
        return new Today(store.taken(person, day.atStartOfDay(home.zone()).toInstant()),
                each * (1 + store.allowed(person, day)));
    }

    /** Whoever asks for two at once waits for their turn in the audit, where both are written. */
    @Override
    public void take(Actor actor, String address) {
        audit.takeTurn();
        var today = today(actor.person());
        if (today.spent()) throw new Refused(ExportRefusal.EXPORTS_SPENT, Map.of("most", today.most()));
        audit.act(ExportStore.TAKEN, "list " + address, Map.of("of", today.taken() + 1));
    }

    /** Asked twice on a day before anybody answered, it is one question. @return how many others may allow it */
    public int ask(Actor actor, String reason) {
        String said = Typed.words("reason", reason, SHORTEST_REASON, LONGEST_REASON, "exports.wrong.reason");
        boolean fresh = store.insert(actor, said, home.today(), clock.instant());
        audit.act("MoreExportsAsked", "person " + actor.person(), Map.of("reason", said));
        return notices.asked(actor, said, tonight(), fresh);
    }

    /** By somebody else than who asked, on the same day. */
    public void allow(Actor by, UUID id) {
        var ask = store.find(id, home.today()).orElseThrow(() -> new NotFound("question for more exports " + id));
        if (ask.person().equals(by.person())) throw new Refused(ExportRefusal.EXPORT_ASK_OWN);
        if (!store.allow(id, by, clock.instant())) throw new Refused(ExportRefusal.EXPORT_ASK_OVER);
        audit.act("MoreExportsAllowed", "person " + ask.person(), Map.of("reason", ask.reason()));
        notices.allowed(ask.person(), by, tonight());
    }

    private Instant tonight() {
        return home.today().plusDays(1).atStartOfDay(home.zone()).toInstant();
    }
}
