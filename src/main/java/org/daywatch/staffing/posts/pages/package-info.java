/** Posts as coordinators and schools look them up, and the acts on one. */
@NullMarked
package org.daywatch.staffing.posts.pages;

import org.jspecify.annotations.NullMarked;
