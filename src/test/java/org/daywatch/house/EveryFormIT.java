package org.daywatch.house;

import java.nio.file.Path;
import java.util.List;
import org.daywatch.Daywatch;
import org.daywatch._story.AllTables;
import org.daywatch._story.Explorer;
import org.daywatch._story.ToldOnce;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Sessions;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.training.sessions.LessonChoices;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every address and every form of the application, asked and sent as they are not meant: twice, malformed, and with
 * words that mean something to whoever reads them next. One demonstration and one look around it serve all of these; a
 * demonstration takes a minute to tell. What leaves less behind comes first.
 *
 * <p>A-32, A-39, A-40 of docs/security.
 */
@SpringBootTest(classes = Daywatch.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"daywatch.demo=true", "daywatch.database.durable=false", "daywatch.timers=false",
                "daywatch.tips.slots=32", "daywatch.tips.reserve=8"})
@ContextConfiguration(initializers = ToldOnce.class)
@DirtiesContext
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EveryFormIT {

    @Autowired Sessions sessions;
    @Autowired Organizations organizations;
    @Autowired Environment environment;
    @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping endpoints;
    @Autowired LessonChoices lessons;
    @LocalServerPort int port;
    private List<Explorer> people = List.of();
    private AllTables tables;
    private SameFormTwice twice;
    private MalformedPosts malformed;
    private HostileWords words;

    @BeforeAll
    void lookedAround() {
        people = List.copyOf(Explorer.all(port, sessions));
        people.forEach(Explorer::look);
        tables = AllTables.over(Path.of(environment.getRequiredProperty("daywatch.database.directory")));
        var stranger = organizations.foundAgency("Elsewhere Cooperative", "AZ");
        var others = Tenancy.as(Scope.system(stranger),
                () -> organizations.findOrCreate("DISTRICT", "Elsewhere Unified", "AZ", null));
        twice = new SameFormTwice(people, tables);
        malformed = new MalformedPosts(people, endpoints, others);
        words = new HostileWords(people, endpoints, tables);
    }

    @AfterAll
    void questionsAreOver() throws Exception {
        tables.close();
    }

    @Test
    @Order(1)
    void whoeverSendsAFormWithoutOneOfItsPartsIsToldWhich() {
        malformed.withoutAPart();
    }

    @Test
    @Order(2)
    void noAddressHoweverMalformedIsAnsweredWithAFault() {
        malformed.everyAddress();
    }

    @Test
    @Order(3)
    void whatIsAskedBecomesNoLineOfTheLogNoHeaderAndNoCommand(@TempDir Path folder) throws Exception {
        words.everyQuestion(folder);
    }

    @Test
    @Order(4)
    void theDemonstrationTellsWhatCanBe() throws Exception {
        var told = new ToldDemonstration(people, tables);
        told.plans();
        told.lessons(lessons);
        told.limits();
        told.papers();
    }

    @Test
    @Order(5)
    void aTeacherIsOfferedNoActThatIsRefused() {
        OfferedActs.of(people.stream().filter(person -> person.role().equals("TEACHER")).toList());
    }

    @Test
    @Order(6)
    void noPostMalformedThroughoutIsAnsweredWithAFault() {
        malformed.everyPostThroughout();
    }

    @Test
    @Order(7)
    void whatAFormMadeIsNotMadeAgainByTheSameFormSentTwice() throws Exception {
        twice.everyForm();
    }

    @Test
    @Order(8)
    void aFieldThatNoFormHasReachesNoRow() throws Exception {
        words.fieldsThatNoFormHas();
    }

    @Test
    @Order(9)
    void noPostMalformedInOneFieldIsAnsweredWithAFault() {
        malformed.everyPostInOneField();
    }

    @Test
    @Order(10)
    void noCellOfAListIsAFormula() throws Exception {
        words.formulasInEveryList();
    }
}
