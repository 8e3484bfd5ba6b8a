// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "meshwright/result.h"

#include <filesystem>
#include <string_view>
#include <utility>

#include <unistd.h>

namespace meshwright {

/// Closes what it holds.
class FileDescriptor
{
public:
    explicit FileDescriptor(int value)
        : m_value(value)
    {}

    FileDescriptor(const FileDescriptor &) = delete;
    FileDescriptor &operator=(const FileDescriptor &) = delete;

    ~FileDescriptor() { close(); }

    bool isOpen() const { return m_value >= 0; }

    int get() const { return m_value; }

    int release() { return std::exchange(m_value, -1); }

    bool close()
    {
        const int value = std::exchange(m_value, -1);
        return value < 0 || ::close(value) == 0;
    }

private:
    int m_value;
};

/// What `errno` says about `deed` ("read", "write") on the file.
Error fileError(std::string_view deed, const std::filesystem::path &path, int number);

} // namespace meshwright
