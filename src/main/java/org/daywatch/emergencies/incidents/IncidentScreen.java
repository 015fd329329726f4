package org.daywatch.emergencies.incidents;

import java.util.UUID;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.web.Page;
import org.springframework.web.servlet.ModelAndView;

/** The page of one incident, drawn once more where something that was done on it was refused or wrong. */
public interface IncidentScreen {

    ModelAndView one(Page page, Actor actor, UUID id);
}
