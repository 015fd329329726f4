package org.daywatch.directory.programs.posts;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.daywatch.directory.CalendarScope;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.FundedPosts;
import org.daywatch.directory.programs.posts.FundedPostRegister.NewPost;
import org.daywatch.platform.demo.DemoChapter;
import org.daywatch.platform.demo.DemoStory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Two districts take part in the state's program; it pays for a few posts, one of them shared by two schools. */
@Component
@ConditionalOnProperty("daywatch.demo")
class ProgramsChapter implements DemoChapter {
    private static final String PROGRAM = "AZ-SSP";
    private static final LocalDate FROM = LocalDate.of(2026, 7, 1);
    private final FundedPostRegister register;
    private final Campuses campuses;

    ProgramsChapter(FundedPostRegister register, Campuses campuses) {
        this.register = register;
        this.campuses = campuses;
    }

    @Override
    public int order() {
        return 21;
    }

    @Override
    public void tell(DemoStory story) {
        var ironwood = story.the("ironwood");
        var paloBrea = story.the("palo-brea");
        register.join(PROGRAM, ironwood, FROM);
        register.join(PROGRAM, paloBrea, FROM);
        var high = post("SSP-2026-0417-A", "SSO", List.of(story.the("ironwood-high")));
        register.price(high, new FundedPosts.Money(98_000_00, 68_50));
        story.remember("funded-ironwood-high", high);
        var kestrel = post("SSP-2026-0417-B", "SRO", List.of(story.the("kestrel")));
        register.price(kestrel, new FundedPosts.Money(61_500_00, 72_00));
        story.remember("funded-kestrel", kestrel);
        story.remember("funded-estrella", post("SSP-2026-0533-A", "SSO", List.of(story.the("estrella"))));
        var others = campuses.list(CalendarScope.all(paloBrea)).stream().map(Campus::id)
                .filter(id -> !id.equals(story.the("estrella"))).limit(2).toList();
        if (others.size() == 2) story.remember("funded-shared", post("SSP-2026-0533-B", "SSO", others));
    }

    private UUID post(String award, String kind, List<UUID> schools) {
        return register.add(new NewPost(PROGRAM, award, kind, schools, FROM));
    }
}
