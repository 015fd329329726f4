package org.daywatch.platform.identity.founding;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.identity.Accounts;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.identity.agency.Agencies;
import org.daywatch.platform.identity.agency.AgencyDetails;
import org.daywatch.platform.identity.codes.OneTimeCodes.Purpose;
import org.daywatch.platform.identity.codes.OneTimeCodes;
import org.daywatch.platform.identity.invitations.WaysIn;
import org.daywatch.platform.identity.members.Administrators;
import org.daywatch.platform.json.JsonValue;
import org.daywatch.platform.json.Scalars;
import org.daywatch.platform.setup.file.Differences;
import org.daywatch.platform.setup.file.SetupPart;
import org.daywatch.platform.setup.file.SetupReading;
import org.daywatch.platform.setup.file.SetupRun;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.time.StateZones;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What the agency says of itself; where there is no agency yet, its founding with the first administrator, who sets a
 * password over a link.
 */
@Component
class AgencyPart implements SetupPart {

    private final Founding founding;
    private final Agencies agencies;
    private final Organizations organizations;
    private final Administrators administrators;
    private final Accounts accounts;
    private final WaysIn ways;
    private final OneTimeCodes codes;

    AgencyPart(Founding founding, Agencies agencies, Organizations organizations, Administrators administrators,
            Accounts accounts, WaysIn ways, OneTimeCodes codes) {
        this.accounts = accounts;
        this.ways = ways;
        this.codes = codes;
        this.founding = founding;
        this.agencies = agencies;
        this.organizations = organizations;
        this.administrators = administrators;
    }

    /** What is left out is null and stays as it is. */
    private record Agency(JsonValue json, String name, @Nullable String state, @Nullable ZoneId zone,
            @Nullable String address, @Nullable String telephone, Founding.@Nullable Administrator administrator) {

        AgencyDetails onto(AgencyDetails on) {
            return AgencyDetails.read(name, (zone == null ? on.zone() : zone).getId(),
                    address == null ? on.address() : address, telephone == null ? on.telephone() : telephone,
                    on.version());
        }
    }

    @Override
    public String key() {
        return "agency";
    }

    @Override
    public int order() {
        return 10;
    }

    /** An agency is founded, and says anew what it is, in transactions of its own. */
    @Override
    public boolean oneTransaction() {
        return false;
    }

    @Override
    public Work read(JsonValue section, SetupReading file) {
        var fields = file.fields(section, "name", "state", "zone", "address", "telephone", "administrator");
        String name = file.required(fields, "name");
        var states = StateZones.ALL.stream().map(StateZones.State::state).toList();
        String state = fields.has("state") ? fields.choice("state", null, states) : null;
        var zone = fields.find("zone") == null ? null : Scalars.zone(fields.find("zone"), file.flaws());
        var administrator = fields.find("administrator") == null
                ? null
                : administrator(fields.find("administrator"), file);
        var agency = new Agency(section, name, state, zone, file.text(fields, "address"),
                file.text(fields, "telephone"), administrator);
        if (!name.isEmpty())
            file.checked(section, Map.of("agency", "name"),
                    () -> agency.onto(new AgencyDetails(name, ZoneId.of("UTC"), "", "", false, 0)));
        return new AgencyWork(agency);
    }

    private static Founding.Administrator administrator(JsonValue value, SetupReading file) {
        var fields = file.fields(value, "name", "email");
        var first = new Founding.Administrator(file.required(fields, "name"), file.required(fields, "email"), null);
        if (!first.name().isEmpty() && !first.email().isEmpty()) file.checked(value, Map.of(), () -> {
            if (!first.wrong().isEmpty()) throw new InvalidInput(first.wrong());
            return first;
        });
        return first;
    }

    private final class AgencyWork implements SetupPart.FirstWork {

        private final Agency wanted;

        AgencyWork(Agency wanted) {
            this.wanted = wanted;
        }

        @Override
        public void found(UUID agency, SetupRun run) {
            if (wanted.state() == null)
                throw run.refuse(wanted.json(), "lacks the field state; a new agency needs it.");
            if (wanted.administrator() == null)
                throw run.refuse(wanted.json(),
                        "lacks the field administrator; a new agency needs somebody who looks after it: {\"name\": …, \"email\": …}.");
            var zone = StateZones.usual(wanted.state()).orElseThrow();
            var details = wanted.onto(new AgencyDetails(wanted.name(), zone, "", "", false, 0));
            run.at(wanted.json(), () -> {
                if (run.dry()) organizations.foundAgency(agency, details.name(), wanted.state());
                else founding.begin(agency, details.name(), wanted.state());
                run.created(wanted.json(), details.name());
                settle(agency, details, run);
            });
        }

        private void settle(UUID agency, AgencyDetails details, SetupRun run) {
            var first = wanted.administrator();
            if (!run.dry()) founding.settle(agency, details, first);
            run.created(wanted.json().fields().get("administrator"), "administrator " + first.email());
            run.first(first.email());
        }

        @Override
        public void apply(SetupRun run) {
            var org = Tenancy.tenant();
            var on = agencies.stored(org);
            var state = organizations.find(org).map(Organizations.Organization::state).orElse(null);
            if (wanted.state() != null && !wanted.state().equals(state)) {
                throw run.refuse(wanted.json().fields().get("state"),
                        "is not the state this agency was created in, which is " + state + "; it cannot be changed.");
            }
            var next = wanted.onto(on);
            var differences = new Differences().of("name", on.name(), next.name()).of("zone", on.zone(), next.zone())
                    .of("address", on.address(), next.address())
                    .of("telephone", on.telephone(), next.telephone());
            run.at(wanted.json(), () -> {
                boolean alone = wanted.administrator() != null && administrators.count(org) == 0; // founding was interrupted
                if (alone) {
                    run.changed(wanted.json(), next.name(), differences, () -> {});
                    settle(org, next, run);
                    return;
                }
                run.changed(wanted.json(), next.name(), differences, () -> {
                    if (!run.dry()) agencies.save(org, next);
                });
                if (wanted.administrator() != null) thereIsOne(org, wanted.administrator().email(), run);
            });
        }

        /**
         * Where the command ended before it printed the link, or nobody opened it in time, the administrator who never
         * had a way in gets another.
         */
        private void thereIsOne(UUID org, String email, SetupRun run) {
            run.unchanged(wanted.json().fields().get("administrator"), "administrator: there is one");
            accounts.findByEmail(email).filter(Accounts.Account::active).map(Accounts.Account::person)
                    .filter(p -> organizations.heldBy(org, List.of(p)).stream()
                            .anyMatch(h -> h.role() == Role.AGENCY_ADMIN))
                    .filter(p -> ways.standing(p, org).mayPassThroughOtherHands()
                            && !codes.open(Purpose.PASSWORD_RESET, p))
                    .ifPresent(p -> run.first(email));
        }
    }
}
