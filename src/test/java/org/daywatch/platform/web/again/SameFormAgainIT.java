package org.daywatch.platform.web.again;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.directory.Tables.VISITOR;

import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.SchoolRoll;
import org.daywatch._story.Story;
import org.daywatch._story.Visitor;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.jooq.DSLContext;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The front office signs visitors in, and the connection is slow. */
@DaywatchIT
class SameFormAgainIT {

    @Autowired Story story;
    @Autowired Visitor visitor;
    @Autowired Organizations organizations;
    @Autowired DSLContext db;
    private Story.Cast cast;
    private UUID school;
    private Visitor.Visit office;
    private String address;

    @BeforeEach
    void theFrontOffice() {
        cast = story.cast();
        school = story.as(cast.mesquite(), () -> SchoolRoll.write(db, cast, cast.mesquite(), 1, 1)).school();
        var person = story.as(cast.mesquite(), () -> organizations.join(cast.mesquite(),
                "office" + cast.suffix() + "@story.example", "Robin Sage", Role.FRONT_OFFICE, school));
        office = visitor.signedIn(person, cast.mesquite(), Role.FRONT_OFFICE);
        address = "/schools/" + school + "/visitors";
    }

    @Test
    void theSecondPostOfAFormLeadsWhereTheFirstLedAndMakesNothing() {
        String form = form();
        String badge = where(send(form, "Dana Mendez"));
        var again = send(form, "Dana Mendez");
        assertThat(where(again)).isEqualTo(badge);
        assertThat(visitors()).isOne();
        assertThat(office.get(badge).body()).contains("Nothing was done a second time.");
    }

    @Test
    void postsOfOneFormAtTheSameMomentAreOne() {
        String form = form();
        office.get("/visitors");
        try (var threads = Executors.newFixedThreadPool(4)) {
            var answers = Stream.generate(() -> CompletableFuture.supplyAsync(() -> send(form, "Dana Mendez"), threads))
                    .limit(4).toList().stream().map(CompletableFuture::join).map(SameFormAgainIT::where).distinct();
            assertThat(answers).as("where they led").hasSize(1);
        }
        assertThat(visitors()).isOne();
    }

    @Test
    void theSamePageWithOtherWordsIsAnotherFormAlsoWhenTheFirstWordsComeBack() {
        String form = form();
        for (var name : new String[] {"Dana Mendez", "Lee Ortega", "Dana Mendez"}) send(form, name);
        assertThat(visitors()).isEqualTo(3);
    }

    @Test
    void aFormThatWasRefusedMayBeSentAgain() {
        String form = form();
        assertThat(send(form, "").statusCode()).isEqualTo(400);
        assertThat(send(form, "").statusCode()).isEqualTo(400);
        assertThat(visitors()).isZero();
        send(form, "Dana Mendez");
        assertThat(visitors()).isOne();
    }

    private String form() {
        return Jsoup.parse(office.get("/visitors").body()).select("form[action=" + address + "] [name=_once]").val();
    }

    private HttpResponse<String> send(String form, String name) {
        return office.post(address, "_once", form, "name", name, "visits", "Room 12");
    }

    private static String where(HttpResponse<String> answer) {
        return answer.headers().firstValue("location").orElseThrow();
    }

    private int visitors() {
        return story.as(cast.mesquite(), () -> db.fetchCount(VISITOR, VISITOR.SCHOOL_ID.eq(school)));
    }
}
