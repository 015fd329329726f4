package org.daywatch.platform.web.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch.platform.texts.Texts;
import org.daywatch.platform.time.When;
import org.daywatch.platform.web.Flash;
import org.daywatch.platform.web.NavItem;
import org.daywatch.platform.web.Page;
import org.junit.jupiter.api.Test;

class GalleryTest {

    private static final Texts TEXTS = new Texts();
    @Test
    void drawsEveryPartForDeskAndPhone() throws Exception {
        for (boolean phone : List.of(false, true)) {
            for (String lang : List.of("en", "es")) {
                var html = render("platform/web/kit/gallery.jte", Map.of("page", page(phone, lang)));
                Files.createDirectories(Path.of("target/kit"));
                Files.writeString(Path.of("target/kit/gallery-" + (phone ? "phone" : "desk") + "-" + lang + ".html"),
                        html);
                assertThat(html).contains("daybar-uncovered").contains("aria-current=\"page\"")
                        .doesNotContain(" style=").doesNotContain("null");
            }
        }
        Files.writeString(Path.of("target/kit/problem.html"), render("platform/web/problem.jte",
                Map.of("page", page(false, "en"), "status", 404, "sentence",
                        "This page does not exist, or it belongs to another organization.")));
    }

    static String render(String template, Map<String, Object> parameters) {
        var out = new StringOutput();
        var engine = TemplateEngine.createPrecompiled(ContentType.Html);
        engine.render(template, parameters, out);
        return out.toString();
    }

    static Page page(boolean phone, String lang) {
        var desk = List.of(new NavItem("", "Coverage", "/coverage", true, "grid_view"),
                new NavItem("", "Requests", "/requests", false, "event"),
                new NavItem("", "Posts", "/posts", false, "schedule"),
                new NavItem("Schools, people and rules", "Officers", "/officers", false, "local_police"),
                new NavItem("Schools, people and rules", "Schools", "/schools", false, "school"),
                new NavItem("Schools, people and rules", "Imports", "/imports", false, "upload_file"),
                new NavItem("Schools, people and rules", "People and roles", "/people", false, "groups"));
        var officer = List.of(new NavItem("", "My day", "/my-day", true, "home"),
                new NavItem("", "Offers", "/offers", false, "notifications_none"),
                new NavItem("", "My hours", "/my-hours", false, "timer"),
                new NavItem("", "Calendar", "/calendar", false, "calendar_today"));
        var page = mock(Page.class);
        when(page.title()).thenReturn("Coverage today");
        when(page.lang()).thenReturn(lang);
        when(page.when()).thenReturn(When.in(lang));
        when(page.t(anyString(), any(Object[].class))).thenAnswer(call -> text(lang, call.getArgument(0),
                java.util.Arrays.copyOfRange(call.getArguments(), 1, call.getArguments().length)));
        when(page.signedIn()).thenReturn(true);
        when(page.personName()).thenReturn("Marisol Reyes");
        when(page.actingFor()).thenReturn("Copper State School Safety Agency");
        when(page.roleName()).thenReturn(phone ? "Officer" : "Coordinator");
        when(page.nav()).thenReturn(phone ? officer : desk);
        when(page.navAtHand()).thenReturn(NavItem.parts(phone ? officer.subList(0, 3) : desk));
        when(page.navBehindMore()).thenReturn(NavItem.parts(phone ? officer.subList(3, officer.size()) : List.of()));
        when(page.csrf()).thenReturn(new Page.Csrf("_csrf", "token"));
        when(page.formId()).thenReturn(new UUID(1, 1));
        when(page.demo()).thenReturn(true);
        when(page.flash()).thenReturn(new Flash("success", "Request 2026-118 was sent to Cactus Flats PD."));
        when(page.path()).thenReturn("/coverage");
        when(page.phone()).thenReturn(phone);
        return page;
    }

    private static String text(String lang, String key, Object... args) throws Exception {
        return TEXTS.of(lang, key, args);
    }
}
