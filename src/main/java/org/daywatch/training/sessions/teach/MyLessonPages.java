package org.daywatch.training.sessions.teach;

import java.util.Map;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.web.NavEntry;
import org.daywatch.platform.web.NavPart;
import org.daywatch.platform.web.Page;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The day of lessons of whoever teaches, on the phone. */
@Controller
@Needs(Permission.LESSONS_TEACH)
class MyLessonPages {

    private final MyLessons lessons;

    MyLessonPages(MyLessons lessons) {
        this.lessons = lessons;
    }

    @Configuration(proxyBeanMethods = false)
    static class Navigation {
        @Bean
        NavEntry myLessonsEntry() {
            return NavEntry.of(NavPart.TEACHING, 61, "sessions.nav", "/lessons/sessions/today", "event",
                    Permission.LESSONS_TEACH);
        }
    }

    @GetMapping("/lessons/sessions/today")
    ModelAndView today(Page page, Actor actor) {
        return new ModelAndView("training/sessions/teach/today", Map.of("page", page.titled("sessions.today.title"),
                "days", lessons.of(actor.person()), "officer", actor.role() == Role.OFFICER));
    }
}
