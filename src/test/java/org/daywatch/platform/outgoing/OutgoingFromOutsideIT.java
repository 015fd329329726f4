package org.daywatch.platform.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import org.daywatch._story.Story;
import org.daywatch._story.Visitor;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.OutsideWorld;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.tenancy.Tenants;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the operator set in the environment wins over the form, and the page says so. */
class OutgoingFromOutsideIT extends OutsideWorld {

    @Autowired Story story;
    @Autowired Visitor visitor;
    @Autowired Organizations organizations;
    @Autowired Tenants tenants;
    @Autowired Outgoing outgoing;

    @Test
    void theServerOfTheEnvironmentIsShownAndWhatAFormSaysDoesNotTurnTheMailAside() throws Exception {
        var cast = story.cast();
        var first = tenants.agencies().getFirst().id();
        var person = Tenancy.as(Scope.system(first), () -> organizations.join(first,
                "outside" + cast.suffix() + "@outgoing.example", "Casey Juniper", Role.AGENCY_ADMIN, null));
        var admin = visitor.signedIn(person, first, Role.AGENCY_ADMIN);
        assertThat(admin.get("/outgoing").body()).contains("environment: 127.0.0.1")
                .doesNotContain("name=\"password\"");
        try (var elsewhere = new ScriptedMailServer()) {
            admin.post("/outgoing/mail", "host", "127.0.0.1", "port", "" + elsewhere.port(), "from",
                    "stranger@elsewhere.example", "tls", "NONE");
            admin.post("/outgoing/test/mail");
            assertThat(elsewhere.heard).isEmpty();
            assertThat(outgoing.mail().orElseThrow().from()).isEqualTo("daywatch@agency.example");
        } finally {
            admin.post("/outgoing/removal", "kind", "MAIL");
        }
    }
}
