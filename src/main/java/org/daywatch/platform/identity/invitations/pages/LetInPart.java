package org.daywatch.platform.identity.invitations.pages;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.invitations.Guests;
import org.daywatch.platform.identity.invitations.Invitations;
import org.daywatch.platform.identity.invitations.InvitedBy;
import org.daywatch.platform.identity.invitations.LettingIn;
import org.daywatch.platform.json.JsonValue;
import org.daywatch.platform.setup.file.SetupPart;
import org.daywatch.platform.setup.file.SetupReading;
import org.daywatch.platform.setup.file.SetupRun;
import org.daywatch.platform.tenancy.Tenancy;
import org.springframework.stereotype.Component;

/**
 * Inviting whoever cannot sign in and was never invited. What is sent, whoever serves sends; slips are printed on the
 * page, where they are seen once.
 */
@Component
class LetInPart implements SetupPart {

    private final LettingIn people;
    private final Guests guests;
    private final Invitations invitations;
    private final Organizations organizations;

    LetInPart(LettingIn people, Guests guests, Invitations invitations, Organizations organizations) {
        this.people = people;
        this.guests = guests;
        this.invitations = invitations;
        this.organizations = organizations;
    }

    @Override
    public String key() {
        return "let_in";
    }

    @Override
    public int order() {
        return 110;
    }

    /** Codes of earlier invitations end in transactions of another role of the database. */
    @Override
    public boolean oneTransaction() {
        return false;
    }

    @Override
    public Work read(JsonValue section, SetupReading file) {
        var fields = file.fields(section, "who", "by");
        fields.choice("who", null, List.of("all"));
        var by = InvitedBy.valueOf(fields.choice("by", null, List.of("mail", "text")).toUpperCase(Locale.ROOT));
        return run -> run.at(section, () -> apply(section, by, run));
    }

    private void apply(JsonValue where, InvitedBy by, SetupRun run) {
        var never = people.here(null).stream().filter(r -> r.progress() == LettingIn.Progress.NOT_INVITED).toList();
        if (never.isEmpty()) {
            run.unchanged(where, "nobody to invite");
            return;
        }
        boolean possible = by == InvitedBy.MAIL ? invitations.mailPossible() : invitations.textPossible();
        if (!possible)
            throw run.refuse(where.fields().get("by"),
                    "is not possible yet: " + (by == InvitedBy.MAIL ? "set up mail" : "set up text messages")
                            + " first, or print slips on the page.");
        String names = never.stream().limit(10).map(LettingIn.Row::name).collect(Collectors.joining(", "))
                + (never.size() > 10 ? " …" : "");
        if (run.dry()) {
            run.created(where, never.size() + " to invite: " + names);
            return;
        }
        var agency = organizations.find(Tenancy.tenant()).orElseThrow();
        var asked = invitations.leave(agency.name(), agency, guests.of(never, by, "en"), by);
        if (asked.asked() > 0) run.created(where, asked.asked() + " invited");
        asked.left().forEach(
                left -> run.unchanged(where, left.guest().name() + " not invited: " + run.sentence(left.why())));
    }
}
