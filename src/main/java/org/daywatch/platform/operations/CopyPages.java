package org.daywatch.platform.operations;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.daywatch.platform.audit.AuditLog;
import org.daywatch.platform.copy.RestoredCopy;
import org.daywatch.platform.errors.InvalidInput;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Permission;
import org.daywatch.platform.web.Page;
import org.daywatch.platform.web.forms.Act;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A restored copy becomes the installation: from then on it speaks to people. */
@Controller
class CopyPages {

    private final RestoredCopy copy;
    private final AuditLog audit;

    CopyPages(RestoredCopy copy, AuditLog audit) {
        this.copy = copy;
        this.audit = audit;
    }

    @Needs(value = Permission.OPERATIONS_EDIT, stepUp = true)
    @PostMapping("/operations/copy/takes-place")
    ModelAndView takesPlace(Page page, @RequestParam(defaultValue = "") String stopped, HttpServletResponse response) {
        return Act.on(page, response, "/operations#copy", "copy.taken", () -> {
            var was = copy.now().orElseThrow(() -> new NotFound("a copy"));
            if (!stopped.equals("yes")) throw new InvalidInput("stopped", stopped, "copy.take.first");
            copy.takesItsPlace();
            audit.act("CopyTookItsPlace", "installation", Map.of("backupOf", String.valueOf(was.of())));
        });
    }
}
