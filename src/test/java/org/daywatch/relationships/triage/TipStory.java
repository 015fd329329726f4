package org.daywatch.relationships.triage;

import static org.daywatch_db.staffing.Tables.SHIFT;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.daywatch._story.PostedDay;
import org.daywatch._story.SchoolRoll;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch.platform.identity.Capacity;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.identity.Sessions;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.relationships.tips.HandedTips;
import org.daywatch.relationships.tips.ring.WaitingTip;
import org.daywatch.relationships.tips.thread.TipContent;
import org.daywatch.relationships.tips.thread.TipReceipts;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationContext;

/**
 * A district with two schools, an analyst, a principal at each, and an officer on post at one as the school's agent.
 */
public final class TipStory {

    static final LocalDate DAY = LocalDate.of(2026, 8, 3);
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");

    public final PostedDay day;
    public final UUID elsewhere;
    public final UUID analyst;
    public final UUID principal;
    public final PostedDay.Officer officer;
    private final ApplicationContext app;
    private final Story story;
    private final DSLContext db;

    public TipStory(ApplicationContext app) {
        this.app = app;
        story = app.getBean(Story.class);
        db = app.getBean(DSLContext.class);
        day = new PostedDay(app);
        elsewhere = story.as(district(), () -> SchoolRoll.write(db, day.cast, district(), 1, 1).school());
        analyst = join(Role.TIP_ANALYST, "Ada Cole", null);
        principal = join(Role.PRINCIPAL, "Robin Sage", day.school);
        officer = day.officer("Sam Cholla");
        onPost();
    }

    public UUID district() {
        return day.cast.mesquite();
    }

    public UUID join(Role role, String name, UUID school) {
        return story.join(district(), name, role, school);
    }

    private void onPost() {
        var post = day.post(TestClock.START);
        story.run(day.cast.agency(), () -> db.insertInto(SHIFT).set(SHIFT.AGENCY_ID, day.cast.agency())
                .set(SHIFT.ID, Ids.next()).set(SHIFT.DISTRICT_ID, district()).set(SHIFT.SCHOOL_ID, day.school)
                .set(SHIFT.POST_ID, post).set(SHIFT.OFFICER_ID, officer.id()).set(SHIFT.PERSON_ID, officer.person())
                .set(SHIFT.OFFICER_NAME, "Sam Cholla").set(SHIFT.DEPARTMENT_ID, day.cast.department())
                .set(SHIFT.STARTS_AT, TestClock.START).set(SHIFT.ENDS_AT, TestClock.START.plusSeconds(25_200))
                .set(SHIFT.STATE, "ON_POST").set(SHIFT.ACCEPTED_AT, TestClock.START).set(SHIFT.ACCEPTED_BY, "OFFICER")
                .set(SHIFT.CHECKED_IN_AT, TestClock.START).set(SHIFT.CHECK_IN_PROOF, "DESK_CODE").execute());
    }

    public void offPost() {
        story.run(day.cast.agency(), () -> db.deleteFrom(SHIFT).where(SHIFT.SCHOOL_ID.eq(day.school)).execute());
    }

    public void as(Capacity capacity) {
        app.getBean(Sessions.class).setCapacity(officer.person(), day.cast.agency(), capacity);
    }

    public Visitor.Visit visit(UUID person, Role role) {
        var visit = app.getBean(Visitor.class).signedIn(person,
                role.organizationKind().equals("AGENCY") ? day.cast.agency() : district(), role);
        if (role == Role.OFFICER) as(Capacity.SCHOOL_AGENT);
        return visit;
    }

    /** A tip as its quarter hour hands it on. @return its address */
    public String handed(String words, boolean life) {
        return handed(words, life, TipReceipts.grouped("%016d".formatted(System.nanoTime())));
    }

    /** The same under a receipt: the second of one is more words of the first. */
    String handed(String words, boolean life, String receipt) {
        var id = UUID.randomUUID();
        var content = new TipContent(0, app.getBean(TipReceipts.class).mark(receipt), "en", words);
        var tip = new WaitingTip(id, district(), day.school, DAY, life, 1, content.bytes());
        if (!app.getBean(HandedTips.class).take(List.of(tip)).contains(id))
            throw new AssertionError("the tip was not taken");
        return "/nameless-tips/" + id;
    }

    public static UUID id(String at) {
        return UUID.fromString(at.substring(at.lastIndexOf('/') + 1));
    }

    /** One act on a tip as it stands for whoever does it. */
    public HttpResponse<String> act(Visitor.Visit by, String at, String what, String... fields) {
        var version = VERSION.matcher(by.get(at).body()).results().findFirst().map(m -> m.group(1)).orElse("0");
        var all = java.util.Arrays.copyOf(fields, fields.length + 4);
        all[fields.length] = "version";
        all[fields.length + 1] = version;
        all[fields.length + 2] = "form";
        all[fields.length + 3] = UUID.randomUUID().toString();
        return by.post(at + "/" + what, all);
    }

    public void routed(Visitor.Visit by, String at, String tipClass) {
        done(act(by, at, "class", "class", tipClass, "category", "BULLYING", "why", "A film is meant"));
        done(act(by, at, "routes", "toSCHOOL", "true"));
    }

    public static void done(HttpResponse<String> answer) {
        if (answer.statusCode() != 302) throw new AssertionError(answer.statusCode() + " " + answer.body());
    }
}
