package org.daywatch.platform.identity.agency;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Story;
import org.daywatch._story.Visitor;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.identity.codes.OneTimeCodes.Purpose;
import org.daywatch.platform.identity.codes.OneTimeCodes.Subject;
import org.daywatch.platform.identity.codes.OneTimeCodes;
import org.daywatch.platform.identity.members.Administrators;
import org.daywatch.platform.time.HomeTime;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What an agency says of itself, and who may ask. */
@DaywatchIT
class AgencyIT {

    @Autowired Story story;
    @Autowired Visitor visitor;
    @Autowired Organizations organizations;
    @Autowired Agencies agencies;
    @Autowired Administrators administrators;
    @Autowired OneTimeCodes codes;
    @Autowired HomeTime home;

    private final String name = "Cooperative " + UUID.randomUUID();

    @Test
    void whatTheAgencySaysOfItselfIsTrueForItsDistrictsAndDepartmentsToo() {
        var cast = story.cast();
        var admin = administrator(cast);
        assertThat(agencies.zone(cast.mesquite())).as("before anything is said").hasToString("America/Phoenix");
        assertThat(post(admin, "America/Chicago", "915 555 0101", version(admin)).statusCode()).isEqualTo(302);
        for (UUID org : List.of(cast.agency(), cast.mesquite(), cast.department())) {
            assertThat(agencies.zone(org)).hasToString("America/Chicago");
            assertThat(agencies.telephone(org)).isEqualTo("915 555 0101");
            assertThat(story.as(org, home::zone)).as("its pages' days and times").hasToString("America/Chicago");
        }
        assertThat(home.zone()).as("where nobody's work is done").hasToString("UTC");
        assertThat(agencies.zone(story.cast().agency())).as("another agency's").hasToString("America/Phoenix");
    }

    @Test
    void wrongDetailsComeBackWithEachFieldAndAnOlderPageOverwritesNothing() {
        var cast = story.cast();
        var admin = administrator(cast);
        var wrong = post(admin, "Mars/Base", "call us", "0");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("Choose a time zone", "Enter the number with digits", "value=\"call us\"");
        String old = version(admin);
        post(admin, "America/Denver", "", old);
        assertThat(post(admin, "America/Boise", "", old).statusCode()).as("somebody else was faster").isEqualTo(412);
        assertThat(agencies.zone(cast.agency())).hasToString("America/Denver");
    }

    @Test
    void twoAgenciesOfOneInstallationDoNotShareAName() {
        post(administrator(story.cast()), "America/Denver", "", "0");
        var second = post(administrator(story.cast()), "America/Denver", "", "0");
        assertThat(second.statusCode()).isEqualTo(400);
        assertThat(second.body()).contains("Another agency here already has this name");
    }

    @Test
    void aLogoIsDrawnAnewAndWhatIsNoPictureIsRefusedWithASentence() throws Exception {
        var cast = story.cast();
        var admin = administrator(cast);
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB), "png", out);
        assertThat(admin
                .upload("/agency/logo", "photo", "logo.svg", "<svg onload='x()'/>".getBytes(StandardCharsets.UTF_8))
                .body()).contains("not a JPEG or PNG");
        assertThat(admin.upload("/agency/logo", "photo", "logo.png", out.toByteArray()).statusCode()).isEqualTo(302);
        var officer = visitor.signedIn(cast.coordinator(), cast.agency(), Role.COORDINATOR);
        var logo = officer.get("/agency/logo");
        assertThat(logo.statusCode()).isEqualTo(200);
        assertThat(logo.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(admin.get("/agency").body()).contains("src=\"/agency/logo\"");
        assertThat(officer.get("/agency").statusCode()).as("a coordinator does not change it").isEqualTo(403);
    }

    @Test
    void administratorsAreCountedForWhoeverAsksHowManyThereAre() {
        var cast = story.cast();
        assertThat(story.as(cast.agency(), () -> administrators.count(cast.agency()))).isZero();
        administrator(cast);
        assertThat(story.as(cast.agency(), () -> administrators.count(cast.agency()))).isOne();
        assertThat(story.as(cast.agency(), () -> administrators.count(cast.department()))).as("asked by its agency")
                .isZero();
    }

    @Test
    void ofTwoLinksForTheFirstAdministratorTheOneThatIsUsedEndsTheOther() {
        String one = codes.issue(Subject.of(Purpose.FIRST_ADMINISTRATOR));
        String two = codes.issue(Subject.of(Purpose.FIRST_ADMINISTRATOR));
        codes.useOnly(Purpose.FIRST_ADMINISTRATOR, two);
        assertThat(codes.find(Purpose.FIRST_ADMINISTRATOR, one)).isEmpty();
    }

    private Visitor.Visit administrator(Story.Cast cast) {
        var person = story.as(cast.agency(), () -> organizations.join(cast.agency(),
                "admin" + cast.suffix() + "@agency.example", "Casey Juniper", Role.AGENCY_ADMIN, null));
        return visitor.signedIn(person, cast.agency(), Role.AGENCY_ADMIN);
    }

    private java.net.http.HttpResponse<String> post(Visitor.Visit admin, String zone, String telephone,
            String version) {
        return admin.post("/agency", "agency", name, "zone", zone, "address", "1 Main St", "telephone", telephone,
                "version", version);
    }

    private static String version(Visitor.Visit admin) {
        var found = Pattern.compile("name=\"version\" value=\"(\\d+)\"").matcher(admin.get("/agency").body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
