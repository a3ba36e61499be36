// SPDX-License-Identifier: Apache-2.0
// docs/rule-schema.json describes the shipped pack, and nothing that the loader refuses.
#include <toml++/toml.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <regex>
#include <sstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "rules/pack.h"

namespace tally {
namespace {

using Json = nlohmann::json;

// As much of JSON Schema as the file uses. Faults are "path: what is wrong".
class Validator {
 public:
  explicit Validator(const Json& root) : root_(root) {}

  std::vector<std::string> faults_of(const Json& value) {
    faults_.clear();
    check(value, root_, "");
    return faults_;
  }

 private:
  void fail(const std::string& path, const std::string& what) {
    faults_.push_back(fmt::format("{}: {}", path, what));
  }

  static bool has_type(const Json& value, const std::string& type) {
    return (type == "object" && value.is_object()) || (type == "array" && value.is_array()) ||
           (type == "string" && value.is_string()) || (type == "boolean" && value.is_boolean()) ||
           (type == "number" && value.is_number()) ||
           (type == "integer" && value.is_number_integer());
  }

  void check_type(const Json& value, const Json& types, const std::string& path) {
    const Json list = types.is_array() ? types : Json::array({types});
    for (const Json& type : list) {
      if (has_type(value, type)) {
        return;
      }
    }
    fail(path, fmt::format("{} is not of type {}", value.dump(), types.dump()));
  }

  void check_object(const Json& value, const Json& schema, const std::string& path) {
    for (const Json& key : schema.value("required", Json::array())) {
      if (!value.contains(key)) {
        fail(path, fmt::format("{} is missing", key.dump()));
      }
    }
    if (value.size() < schema.value("minProperties", std::size_t{0})) {
      fail(path, "too few members");
    }
    const Json known = schema.value("properties", Json::object());
    const Json others = schema.value("additionalProperties", Json(true));
    for (const auto& [key, member] : value.items()) {
      const std::string at = fmt::format("{}/{}", path, key);
      if (known.contains(key)) {
        check(member, known[key], at);
      } else if (others.is_object()) {
        check(member, others, at);
      } else if (!others.get<bool>()) {
        fail(at, "no such key");
      }
    }
  }

  void check_array(const Json& value, const Json& schema, const std::string& path) {
    if (value.size() < schema.value("minItems", std::size_t{0}) ||
        value.size() > schema.value("maxItems", value.size())) {
      fail(path, "too few or too many items");
    }
    for (std::size_t i = 0; schema.contains("items") && i < value.size(); ++i) {
      check(value[i], schema["items"], fmt::format("{}/{}", path, i));
    }
  }

  void check(const Json& value, const Json& schema, const std::string& path) {
    if (schema.contains("$ref")) {
      check(value, root_.at(Json::json_pointer(schema["$ref"].get<std::string>().substr(1))), path);
    }
    if (schema.contains("type")) {
      check_type(value, schema["type"], path);
    }
    if (schema.contains("enum") &&
        std::find(schema["enum"].begin(), schema["enum"].end(), value) == schema["enum"].end()) {
      fail(path, fmt::format("{} is none of {}", value.dump(), schema["enum"].dump()));
    }
    if (schema.contains("pattern") && value.is_string() &&
        !std::regex_search(value.get<std::string>(),
                           std::regex(schema["pattern"].get<std::string>()))) {
      fail(path, fmt::format("{} does not fit {}", value.dump(), schema["pattern"].dump()));
    }
    if (value.is_object()) {
      check_object(value, schema, path);
    } else if (value.is_array()) {
      check_array(value, schema, path);
    }
  }

  const Json& root_;
  std::vector<std::string> faults_;
};

Json schema() {
  std::ifstream in(TALLY_SOURCE_DIR "/docs/rule-schema.json");
  return Json::parse(in);
}

Json json_of(const std::string& toml) {
  std::ostringstream out;
  out << toml::json_formatter(toml::parse(toml));
  return Json::parse(out.str());
}

TEST_CASE("the schema of rule files holds for every file of the shipped pack") {
  const Json root = schema();
  Validator validator(root);
  for (PackFile file : built_in_pack_files()) {
    const std::string blank = "LANGUAGE.NAME";  // of the template
    for (std::size_t at = file.content.find(blank); at != std::string::npos;
         at = file.content.find(blank)) {
      file.content.replace(at, blank.size(), "en.name");
    }
    for (const std::string& fault : validator.faults_of(json_of(file.content))) {
      FAIL_CHECK(file.name << fault);
    }
  }
}

TEST_CASE("the schema refuses what the loader refuses") {
  const Json root = schema();
  Validator validator(root);
  const std::string rule =
      "[[rule]]\nid = \"en.a\"\ntitle = \"t\"\nmatch = ['a']\nemit = [{predicate = 'p', value = "
      "'v'}]\n";
  CHECK(validator.faults_of(json_of(rule)).empty());
  for (const auto* more : {"unles = ['x']\n",
                           "max_gap = 'many'\n",
                           "[[rule.example]]\ntext = 't'\nexpect = [{ lowest = 1 }]\n",
                           "[[rule.reject]]\ntext = 't'\n",
                           "[class.a]\nword = ['x']\n"}) {
    CAPTURE(more);
    CHECK_FALSE(validator.faults_of(json_of(rule + more)).empty());
  }
  CHECK_FALSE(validator.faults_of(json_of("[[rule]]\nid = 'EN'\n")).empty());
}

// Every key that a schema of objects with fixed members lists, with the name of its definition.
TEST_CASE("the loader knows every key of the schema") {
  const Json root = schema();
  const std::vector<std::pair<std::string, std::string>> opened = {
      {"unit", "[[unit]]\n"},
      {"shape", "[[shape]]\n"},
      {"class", "[class.x]\n"},
      {"inflection", "[inflect.x]\n"},
      {"layout", "[layout]\n"},
      {"by_part", "[layout.names]\n"},
      {"value", "[[value]]\nid = 'en.a'\n"},
      {"rule", "[[rule]]\nid = 'en.a'\n"}};
  for (const auto& [name, head] : opened) {
    for (const auto& property : root["$defs"][name]["properties"].items()) {
      const std::string& key = property.key();
      if (key == "id") {
        continue;
      }
      const auto pack = load_pack(
          {{"pack.toml", "name = 'p'\n"}, {"en/x.toml", fmt::format("{}{} = 1\n", head, key)}});
      for (const Diagnostic& fault : pack->diagnostics) {
        CAPTURE(key);
        CHECK(fault.code != "unknown-key");
      }
    }
  }
}

}  // namespace
}  // namespace tally
