package org.daywatch.platform.identity.recovery.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Story;
import org.daywatch._story.Visitor;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.identity.Accounts;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An agency whose only administrator lost every way in, without mail: whoever runs the machine lets them in again. */
@DaywatchIT
class AdministratorLinkIT {

    private static final String NEW = "correct horse battery staple";

    @Autowired Story story;
    @Autowired Visitor visitors;
    @Autowired Organizations organizations;
    @Autowired Accounts accounts;
    @Autowired AdministratorLinks links;
    @Autowired AuditLog audit;

    private final String email = "ada" + UUID.randomUUID() + "@agency.example";
    private UUID agency;
    private UUID ada;

    @BeforeEach
    void anAgencyWithOneAdministrator() {
        agency = organizations.foundAgency("Prairie School Safety " + UUID.randomUUID(), "KS");
        ada = story.as(agency, () -> organizations.join(agency, email, "Ada Alder", Role.AGENCY_ADMIN, null));
    }

    @Test
    void theLinkOpensOnceEndsEverySessionAndStandsInTheAuditChain() {
        var before = visitors.signedIn(ada, agency, Role.AGENCY_ADMIN);
        assertThat(before.get("/users").statusCode()).isEqualTo(200);
        var link = issue(email.toUpperCase());
        assertThat(link.name()).isEqualTo("Ada Alder");
        String code = link.path().replaceFirst(".*code=", "");
        assertThat(visitors.stranger().get(link.path()).statusCode()).isEqualTo(200);
        assertThat(visitors.stranger().post("/sign-in/reset", "code", code, "password", "short").statusCode())
                .as("a weak password does not use it up").isEqualTo(400);
        assertThat(visitors.stranger().post("/sign-in/reset", "code", code, "password", NEW).statusCode())
                .isEqualTo(302);
        assertThat(accounts.check(email, NEW)).contains(ada);
        assertThat(before.get("/users").statusCode()).as("whoever was in the account is out").isNotEqualTo(200);
        assertThat(visitors.stranger().get(link.path()).statusCode()).as("used").isEqualTo(404);
        assertThat(story.as(agency, () -> audit.told(List.of("AdministratorLinkPrinted"))))
                .anyMatch(t -> t.subject().contains(ada.toString()));
    }

    @Test
    void aNewLinkEndsTheOneBefore() {
        var first = issue(email);
        assertThat(visitors.stranger().get(issue(email).path()).statusCode()).isEqualTo(200);
        assertThat(visitors.stranger().get(first.path()).statusCode()).isEqualTo(404);
    }

    @Test
    void onlyAnAdministratorOfThisAgencyIsLetInThisWay() {
        var other = story.cast();
        String coordinator = "rob" + UUID.randomUUID() + "@agency.example";
        story.as(agency, () -> organizations.join(agency, coordinator, "Robin Alder", Role.COORDINATOR, null));
        for (String refused : List.of(coordinator, "nobody@agency.example", "")) {
            assertThatThrownBy(() -> issue(refused)).as(refused).isInstanceOf(InvalidInput.class)
                    .hasMessageContaining("no administrator with this address");
        }
        assertThatThrownBy(() -> story.as(other.agency(), () -> links.issue(other.agency(), email)))
                .as("of another agency").isInstanceOf(InvalidInput.class);
    }

    @Test
    void theAnswerForMachinesIsAsItsSchemaSays() throws IOException {
        var schema = JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(Files.readString(Path.of("docs/formats/administrator-link.schema.json")));
        var link = issue(email);
        assertThat(schema.validate(AdministratorLinkCommand.json(link, "https://daywatch.example.org" + link.path()),
                InputFormat.JSON)).isEmpty();
        assertThat(schema.validate(Files.readString(Path.of("docs/formats/examples/administrator-link.json")),
                InputFormat.JSON)).isEmpty();
        assertThat(schema.validate(AdministratorLinkCommand.json(link, "/nowhere"), InputFormat.JSON))
                .as("the schema tells right from wrong").isNotEmpty();
    }

    private AdministratorLinks.Link issue(String address) {
        return story.as(agency, () -> links.issue(agency, address));
    }
}
