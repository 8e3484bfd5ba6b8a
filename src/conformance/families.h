// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace meshwright::conformance {

struct Check;

/// The families of rules, one file each.
void checkStructure(Check &check);  ///< the document's shape
void checkAdvice(Check &check);     ///< niceties of the whole document
void checkServers(Check &check);    ///< addresses of servers, their variables
void checkChannels(Check &check);   ///< addresses of channels, their parameters and servers
void checkOperations(Check &check); ///< ids, and in AsyncAPI 3 what operations refer to
void checkMessages(Check &check);   ///< ids and names
void checkSecurity(Check &check);   ///< what servers and operations ask for is defined
void checkTags(Check &check);       ///< no tag twice
void checkComponents(Check &check); ///< nothing in the components that nobody uses
void checkExamples(Check &check);   ///< examples and defaults fit their schemas

/// What else the AsyncAPI parser tells of faults in the structure.
void addFollowUps(Check &check);

} // namespace meshwright::conformance
