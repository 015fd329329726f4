/**
 * What stands before every page: the session's cookie, the check of each endpoint's permission, fresh proofs, uploads,
 * and the one door by which a session begins and ends.
 */
@NullMarked
package org.daywatch.platform.identity.security;

import org.jspecify.annotations.NullMarked;
